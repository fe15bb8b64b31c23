"""What stops a command of the installation: one sentence of the file of texts ``server``."""

from __future__ import annotations

from filrouge.cli.problems import Problem


class ServerProblem(Problem):
    """``key`` of a sentence in the texts ``server``, and the values that it names."""
