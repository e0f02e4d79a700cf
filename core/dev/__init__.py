"""Services of development and demo: embedded PostgreSQL, broker, and the supervisor that runs them all."""
