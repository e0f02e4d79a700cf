"""What hangs on a case in the fixed world, beside its interview and analysis; one file for each package of doors."""
