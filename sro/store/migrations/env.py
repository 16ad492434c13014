"""Alembic's entry: runs migrations on the connection that `sro.store.schema.upgrade` hands over."""

from __future__ import annotations

from alembic import context

from sro.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
