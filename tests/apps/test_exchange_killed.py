"""``kill -9`` in the middle: of the worker that reads a file, and of the process that takes it in. Real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection
from procrastinate.contrib.django import app as jobs
from procrastinate.exceptions import AlreadyEnqueued

from filrouge.apps.documents.models import Document
from filrouge.apps.exchange.models import Import
from filrouge.apps.exchange.services import intake
from filrouge.apps.frameworks.services import load_library
from filrouge.apps.objectives.models import Objective
from filrouge.domain.model.plan_json import from_json
from tests import making
from tests.apps.test_exchange import letter

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[2]
SLOW_WORKER = """
import time
from filrouge.config.loading import load
load()
from filrouge.apps.exchange.services import intake
def stuck(*_):
    print("reading", flush=True)
    time.sleep(120)
intake.recognising.recognised = stuck
"""
WORK = """
from filrouge.config.loading import load
load()
from procrastinate.contrib.django import app
with app.replace_connector(app.connector.get_worker_connector()) as ready:
    ready.run_worker(wait=False, install_signal_handlers=False)
"""
TAKING_IN = """
import sys, time
from filrouge.config.loading import load
load()
from filrouge.apps.accounts.models import User
from filrouge.apps.exchange.models import Import
from filrouge.apps.exchange.services import review
real = review.create_from_plan
def stuck(*given):
    made = real(*given)
    print("written", flush=True)
    time.sleep(120)
    return made
review.create_from_plan = stuck
row = Import.objects.get()
review.take_in(User.objects.get(), row, row.version)
"""


@contextmanager
def running(code: str) -> Iterator[subprocess.Popen[str]]:
    """A process of its own on the database of the test."""
    known = connection.settings_dict
    url = (
        f"postgresql://{known['USER']}:{quote(known['PASSWORD'], safe='')}@/{known['NAME']}"
        f"?host={quote(str(known['HOST']), safe='')}"
    )
    environment = {**os.environ, "DATABASE_URL": url, "DATABASE_OWNER_URL": url, "FILROUGE_SECRET_KEY": "test"}
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def killed_at(code: str, word: str) -> None:
    """Run until the process says the word, then end it without a chance to tidy up."""
    with running(code) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == word
        process.send_signal(signal.SIGKILL)
        process.wait(30)


def test_a_worker_killed_while_it_reads_leaves_nothing_half_done_and_another_goes_on() -> None:
    load_library()
    zone = making.entity()
    (outcome,) = intake.bring_in(making.adviser(zone), zone, [letter()])
    assert outcome.incoming is not None
    killed_at(SLOW_WORKER + WORK, "reading")
    row = Import.objects.get()
    assert (row.state, row.proposal, row.text, row.problem) == ("reading", None, "", None)
    with connection.cursor() as cursor:  # the dead worker gave its last sign of life long ago
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")
    with suppress(AlreadyEnqueued):  # each worker queues it once a minute
        jobs.configure_task("exchange.take_up_again").defer(timestamp=0)
    with running(WORK) as process:
        assert process.wait(60) == 0
    row.refresh_from_db()
    assert (row.state, row.attempts) == ("ready", 2)
    assert from_json(row.proposal).objectives
    connection.close()


def test_a_process_killed_while_it_takes_in_leaves_no_document_and_the_review_stands() -> None:
    load_library()
    zone = making.entity()
    (outcome,) = intake.bring_in(making.adviser(zone), zone, [letter()])
    assert outcome.incoming is not None
    intake.read_import(str(outcome.incoming.pk))
    killed_at(TAKING_IN, "written")
    assert not Document.objects.exists() and not Objective.objects.exists()
    row = Import.objects.get()
    assert (row.state, row.document_id) == ("ready", None)
    connection.close()
