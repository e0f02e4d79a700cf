"""What people type in, checked for its shape."""
