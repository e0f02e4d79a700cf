"""Finding what identifies a person in a text: what is known is replaced, what is suspected is shown."""
