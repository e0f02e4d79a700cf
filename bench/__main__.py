"""`python -m bench`: fill, measure, print; ends with 1 if a promised figure is exceeded."""

import sys

import bench.environment
from bench.run import main

sys.exit(main(sys.argv[1:], directory=bench.environment.DIRECTORY))
