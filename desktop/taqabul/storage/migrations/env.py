"""What Alembic runs: the steps go through the connection we hand it, in its transaction."""

from alembic import context

from taqabul.storage.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
