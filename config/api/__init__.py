"""The interface to what is composed of several apps."""
