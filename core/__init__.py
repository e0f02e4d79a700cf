"""Mechanics that know no domain: PDF, jobs, forms, pages of a list, transactions, development services."""
