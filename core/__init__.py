"""Mechanics that know no domain: PDF, jobs, outbox, forms, pages of a list, transactions, development services."""
