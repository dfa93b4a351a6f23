"""A JupyterHub for a class: each learner a system user, nbgrader's exchange between them, the keys with the instructor.

Copy this folder to the machine of the hub, set what stands in capitals, and run: jupyterhub -f jupyterhub_config.py
"""

import os
from pathlib import Path

c = get_config()  # noqa: F821

INSTRUCTORS = set(os.environ.get("NETLEARN_INSTRUCTORS", "instructor").split(","))
LEARNERS = set(filter(None, os.environ.get("NETLEARN_LEARNERS", "").split(",")))
COURSE = os.environ.get("NETLEARN_COURSE", "autumn")
EXCHANGE = Path(os.environ.get("NETLEARN_EXCHANGE", "/srv/nbgrader/exchange"))
MEMORY = os.environ.get("NETLEARN_MEMORY", "512M")  # a learner; only spawners that can hold to it do so

c.JupyterHub.bind_url = os.environ.get("NETLEARN_BIND", "http://127.0.0.1:8000")
c.Authenticator.admin_users = INSTRUCTORS
c.Authenticator.allowed_users = INSTRUCTORS | LEARNERS

# Each server runs under its learner's own system account: files and processes are kept apart by the system.
c.Spawner.mem_limit = MEMORY
c.Spawner.default_url = "/lab"
c.Spawner.notebook_dir = "~"

# nbgrader's exchange: everybody may write into it, and learners see of each other's only the names of folders.
EXCHANGE.mkdir(parents=True, exist_ok=True)
EXCHANGE.chmod(0o777)
c.Spawner.environment = {"NETLEARN_COURSE": COURSE, "NETLEARN_EXCHANGE": str(EXCHANGE)}
