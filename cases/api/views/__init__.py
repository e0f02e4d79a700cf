"""One file per resource: load in scope, read what was sent, one action, answer."""
