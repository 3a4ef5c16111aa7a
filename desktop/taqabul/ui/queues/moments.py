"""The moments that people mean by "since"."""

from datetime import UTC, datetime, timedelta


def moment_of(since: str, visit: datetime | None, now: datetime) -> datetime:
    """The moment a filter's ``since`` means; ``visit`` is None where nobody was here before."""
    if since == "visit":
        return visit or datetime.min.replace(tzinfo=UTC)
    if since.isdecimal():
        today = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        return today - timedelta(days=int(since))
    return datetime.fromisoformat(since).astimezone()
