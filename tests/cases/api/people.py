"""The cast by what they have in common; the names are those of their fixtures."""

WORKING = ["lead", "team_lead", "partner", "reader", "uninvolved"]
WATCHING = ["moderator", "catalogue_administrator", "access_administrator", "data_protection_officer"]
WITHOUT_MEMBERSHIP = ["ended", "inactive", "anonymous"]
