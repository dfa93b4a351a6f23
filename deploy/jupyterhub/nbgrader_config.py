"""nbgrader for everybody on the hub: where the exchange lies. Put it into /etc/jupyter."""

import os

c = get_config()  # noqa: F821
c.Exchange.root = os.environ.get("NETLEARN_EXCHANGE", "/srv/nbgrader/exchange")
c.Exchange.path_includes_course = False
