"""The command `python -m helpers.memory`."""

import sys

from helpers.hosts import check_command

check_command("memory")
from helpers.memory.check import main  # noqa: E402

sys.exit(main())
