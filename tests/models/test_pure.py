"""What runs in the reader's browser loads neither numpy nor scipy."""

import subprocess
import sys

import pytest

PURE = ("coverings", "damage", "geometry", "grid", "parameters", "pharmacokinetics")


@pytest.mark.parametrize("module", PURE)
def test_module_is_pure_python(module):
    program = f"import sys, netlearn.models.{module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert not {"numpy", "scipy"} & set(done.stdout.split())
