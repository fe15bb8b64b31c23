"""The job of the night. It may be killed at any moment: a check that is missing is made when somebody asks for it."""

from __future__ import annotations

from procrastinate.contrib.django import app

from filrouge.apps.coherence import services

QUEUE = "coherence"


# The hours are those of UTC: in Belgium it is one or two o'clock, and the new day has begun.
@app.periodic(cron="5 0 * * *")
@app.task(name="coherence.check_all", queue=QUEUE, queueing_lock="coherence.check_all")
def check_all(timestamp: int) -> None:
    """Check every document whose check is of another day, another state or another program."""
    services.check_all()
