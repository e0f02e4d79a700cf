"""What is read and written of each resource, field by field."""
