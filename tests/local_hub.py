"""A Hub on this machine, for tests: models and data sets are folders, uploads become folders.

It speaks as much of the Hub's protocol as huggingface_hub, datasets and the trainer use: files, lists of files, commits, large files.
"""

import base64
import hashlib
import http.server
import json
import threading
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlparse

LARGE = (".safetensors", ".bin", ".gguf", ".pt", ".pth")  # go up as git-lfs objects
PRIVATE = ".private"


@contextmanager
def serve(root: Path):
    """Serve `root`, which holds models/OWNER/NAME and datasets/OWNER/NAME; yield (address, requests so far as "METHOD path")."""
    asked: list[str] = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"root": root, "asked": asked}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


def environment(address: str, home: Path) -> dict[str, str]:
    """Return what makes a process ask this Hub, with a token and an empty cache."""
    token = {"HF_TOKEN": "hf_" + 34 * "x", "HF_HUB_DISABLE_XET": "1", "HF_HUB_OFFLINE": "0"}
    return {"HF_ENDPOINT": address, "HF_HOME": str(home), **token}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    root: Path
    asked: list[str]

    def log_message(self, *args):
        pass

    def do_GET(self):
        parts = self._parts()
        if parts[0] == "api":
            return self._answer(*self._about(*parts[1:]))
        kind, parts = ("datasets", parts[1:]) if parts[0] == "datasets" else ("models", parts)
        folder, file = self.root / kind / "/".join(parts[:2]), "/".join(parts[4:])
        if not folder.is_dir():
            return self._answer(404, b"", {"X-Error-Code": "RepoNotFound"})
        known = {"X-Repo-Commit": _commit(folder)}
        if not (folder / file).is_file():
            return self._answer(404, b"", known | {"X-Error-Code": "EntryNotFound"})
        body = (folder / file).read_bytes()
        return self._answer(200, body, known | {"ETag": f'"{hashlib.sha256(body).hexdigest()}"'})

    do_HEAD = do_GET

    def do_POST(self):
        parts, body = self._parts(), self._body()
        if parts == ["api", "repos", "create"]:
            wanted = json.loads(body)
            folder = self.root / f"{wanted.get('type', 'model')}s" / wanted.get("organization", "ada") / wanted["name"]
            status = 409 if folder.is_dir() else 200
            folder.mkdir(parents=True, exist_ok=True)
            if status == 200 and "private" in (wanted.get("visibility"), "private" * bool(wanted.get("private"))):
                (folder / PRIVATE).touch()
            return self._answer(status, {"url": f"/{folder.parent.name}/{folder.name}"})
        if parts[-1] == "batch":
            return self._answer(200, {"objects": [self._upload(item) for item in json.loads(body)["objects"]]})
        if parts[4:5] == ["preupload"]:
            files = [file["path"] for file in json.loads(body)["files"]]
            modes = [{"path": path, "uploadMode": "lfs" if path.endswith(LARGE) else "regular", "shouldIgnore": False} for path in files]
            return self._answer(200, {"files": modes})
        if parts[4:5] == ["commit"]:
            folder = self.root / parts[1] / "/".join(parts[2:4])
            for change in map(json.loads, body.splitlines()):
                self._change(folder, change["key"], change["value"])
            return self._answer(200, {"success": True, "commitOid": _commit(folder), "commitUrl": f"/{'/'.join(parts[2:4])}/commit/x"})
        return self._answer(200, {"errors": [], "warnings": []})  # a card's header is looked at before it goes up

    def do_PUT(self):
        self._large(self._parts()[-1]).write_bytes(self._body())
        self._answer(200, b"")

    def _about(self, kind, *parts):
        folder = self.root / kind / "/".join(parts[:2])
        if not folder.is_dir():
            return 404, {"error": "Repository not found"}, {"X-Error-Code": "RepoNotFound"}
        if parts[2:3] == ("tree",):
            below = folder.joinpath(*parts[4:])
            if not below.is_dir():
                return 404, {"error": "no such folder"}, {"X-Error-Code": "EntryNotFound"}
            found = below.rglob("*") if "recursive=true" in self.path.lower() else below.iterdir()
            return 200, [_entry(path, folder) for path in sorted(found)]
        names = [entry["path"] for entry in (_entry(path, folder) for path in folder.rglob("*")) if entry["type"] == "file"]
        about = {"id": "/".join(parts[:2]), "sha": _commit(folder), "private": (folder / PRIVATE).exists(), "tags": [], "downloads": 0}
        return 200, about | {"siblings": [{"rfilename": name} for name in names]}

    def _change(self, folder, key, value):
        target = folder / value.get("path", "")
        if key in ("file", "lfsFile"):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(base64.b64decode(value["content"]) if key == "file" else self._large(value["oid"]).read_bytes())

    def _upload(self, item):
        place = f"http://{self.headers['Host']}/lfs/{item['oid']}"
        return item | ({} if self._large(item["oid"]).exists() else {"actions": {"upload": {"href": place}}})

    def _large(self, oid):
        (self.root / "lfs").mkdir(exist_ok=True)
        return self.root / "lfs" / oid

    def _parts(self):
        self.asked.append(f"{self.command} {self.path}")
        return [unquote(part) for part in urlparse(self.path).path.strip("/").split("/")]

    def _body(self):
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _answer(self, status, body, headers=None):
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _entry(path, folder):
    kind = "directory" if path.is_dir() else "file"
    return {"type": kind, "path": path.relative_to(folder).as_posix(), "size": path.stat().st_size, "oid": "0" * 40}


def _commit(folder):
    files = sorted((str(path), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file())
    return hashlib.sha1(repr(files).encode()).hexdigest()
