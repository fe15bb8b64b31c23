"""The jobs of this app. Each may be killed at any moment: what a worker left unfinished is begun again by the next."""

from __future__ import annotations

from procrastinate import JobContext
from procrastinate.contrib.django import app

from filrouge.apps.exchange.services import giving, intake

QUEUE = "exchange"
_SILENCE = 30.0  # seconds without a heartbeat after which a worker is taken for dead


@app.task(name="exchange.read_import", queue=QUEUE)
def read_import(import_id: str) -> None:
    """Read a file that came in."""
    intake.read_import(import_id)


@app.task(name="exchange.make_export", queue=QUEUE)
def make_export(export_id: str) -> None:
    """Make a file that takes long."""
    giving.make_export(export_id)


@app.periodic(cron="* * * * *")
@app.task(name="exchange.take_up_again", queue=QUEUE, queueing_lock="exchange.take_up_again", pass_context=True)
async def take_up_again(context: JobContext, timestamp: int) -> None:
    """Queue again the jobs whose worker died."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs(queue=QUEUE, seconds_since_heartbeat=_SILENCE):
        await jobs.retry_job(job)
