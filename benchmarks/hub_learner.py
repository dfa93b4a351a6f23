"""A learner at a JupyterHub, as JupyterLab is one: over the hub's proxy, by the learner's own token, in one kernel."""

import json
import uuid
from collections.abc import Mapping
from typing import Any, Self

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

WIDGET = "application/vnd.jupyter.widget-view+json"
_SHOWN = {"display_data", "execute_result", "stream", "error"}


async def asked(address: str, token: str, method: str = "GET", body: Any = None) -> Any:
    """Ask a hub or a server; return its answer's JSON, None where it is empty. Raises HTTPError."""
    headers = {"Authorization": f"token {token}", "Content-Type": "application/json"}
    text = None if body is None and method in ("GET", "DELETE") else json.dumps(body or {})
    request = HTTPRequest(address, method, headers, text, request_timeout=120, allow_nonstandard_methods=True)
    answer = await AsyncHTTPClient().fetch(request)
    return json.loads(answer.body) if answer.body else None


class Kernel:
    """A notebook's kernel, and what the front end does with it."""

    def __init__(self, socket: WebSocketClientConnection) -> None:
        self.socket, self.session = socket, uuid.uuid4().hex

    @classmethod
    async def opened(cls, server: str, token: str, path: str) -> Self:
        """Open a notebook of a learner's server, as a double click does."""
        wanted = {"path": path, "name": path, "type": "notebook", "kernel": {"name": "python3"}}
        session = await asked(f"{server}api/sessions", token, "POST", wanted)
        address = f"{server.replace('http', 'ws', 1)}api/kernels/{session['kernel']['id']}/channels"
        request = HTTPRequest(address, headers={"Authorization": f"token {token}"})
        return cls(await websocket_connect(request))

    async def run(self, source: str) -> list[dict[str, Any]]:
        """Run a cell; return its outputs as a notebook keeps them."""
        content = {"code": source, "silent": False, "store_history": True, "allow_stdin": False}
        return await self._until_idle("execute_request", content)

    async def answer(self, widget: str, answers: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Answer questions on a widget, as its page tells the kernel; return what is then shown anew."""
        data = {"method": "update", "state": {"answers": answers}, "buffer_paths": []}
        return await self._until_idle("comm_msg", {"comm_id": widget, "data": data})

    async def _until_idle(self, kind: str, content: Mapping[str, Any]) -> list[dict[str, Any]]:
        number, outputs = uuid.uuid4().hex, list[dict[str, Any]]()
        header = {"msg_id": number, "msg_type": kind, "session": self.session, "username": "", "version": "5.3"}
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
        await self.socket.write_message(json.dumps(message))
        while True:
            said = json.loads(await self.socket.read_message() or "{}")
            if said["parent_header"].get("msg_id") != number:
                continue
            if said["msg_type"] == "status" and said["content"]["execution_state"] == "idle":
                return outputs
            if said["msg_type"] in (*_SHOWN, "update_display_data"):
                outputs.append({"output_type": said["msg_type"], **said["content"]})


def kept(output: Mapping[str, Any]) -> dict[str, Any]:
    """Return an output as it is written into a notebook."""
    return {name: value for name, value in output.items() if name != "transient"}


def shown_as(output: Mapping[str, Any]) -> str:
    """Return the id by which an output can be shown anew."""
    return str(output.get("transient", {}).get("display_id", ""))


def shown_anew(outputs: list[dict[str, Any]], newer: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return outputs with those that were updated since in the place of the old ones."""
    fresh = {shown_as(each): each for each in newer if each["output_type"] == "update_display_data"}
    return [{**each, **_content(fresh.get(shown_as(each), each))} for each in outputs]


def _content(output: Mapping[str, Any]) -> dict[str, Any]:
    return {name: output[name] for name in ("data", "metadata") if name in output}
