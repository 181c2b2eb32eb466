"""Settings of all tests."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# No deadline: the machines are shared, and a slow moment is no defect. `make test` has a limit as a whole.
settings.register_profile("according", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("according")
