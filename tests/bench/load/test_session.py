"""A session against the running app, as `make load` drives many."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.load.crowd import Crowd
from bench.load.servers import Servers, serving
from bench.load.session import Fault, Session
from scripts.app_server import free_port


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    with serving(1, Path(tmp_path_factory.mktemp("last"))) as running:
        yield running


def test_choices_reach_the_app_and_its_answers_come_back(servers: Servers) -> None:
    async def visit() -> tuple[list[str], list[str]]:
        async with Session(servers.urls[0], "karte") as session:
            page, queries = session.page, []
            for label in ("Indikator", "Jahr"):
                widget = next(one for one in page.widgets.values() if one.label == label)
                await session.choose(widget, widget.others()[:1])
                queries.append(page.query)
            await session.visit("profil")
            return queries, sorted(one.label for one in page.widgets.values())

    queries, labels = asyncio.run(visit())
    assert "indikator=unter_21&" in queries[0]
    assert "jahr=2015" in queries[1]
    assert {"Ebene", "Gebiet"} <= set(labels)
    assert servers.traces() == 0


def test_the_map_is_fetched_with_its_borders(servers: Servers) -> None:
    async def visit() -> set[str]:
        async with Session(servers.urls[0], "karte") as session:
            return session.page.addresses

    assert any(address.endswith("/stadtteil.geojson") for address in asyncio.run(visit()))


def test_what_people_would_see_as_an_error_is_one(servers: Servers) -> None:
    async def visit(url: str, path: str) -> None:
        async with Session(url, path):
            pass

    with pytest.raises(Fault, match="nicht gefunden"):
        asyncio.run(visit(servers.urls[0], "gibt-es-nicht"))
    with pytest.raises(Fault, match="ConnectError"):
        asyncio.run(visit(f"http://localhost:{free_port()}", "karte"))


def test_people_come_act_and_leave(servers: Servers) -> None:
    async def crowd() -> Crowd:
        people = Crowd(servers.urls, pause=0.2, stay=2.0)
        await people.grow(2)
        await people.work(4.0)
        await people.leave()
        return people

    people = asyncio.run(crowd())
    assert len(people.arrivals) > 2  # two at a time, each for two seconds
    assert people.actions
    assert [one.fault for one in (*people.actions, *people.arrivals) if one.fault] == []
    assert people.inside == 0
