"""A CUPS of its own for one test: a scheduler, a queue and a file that stands for the printer."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from threading import Event

QUEUE = "village"
_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
_FILTER = Path("/usr/lib/cups/filter/pdftopdf")
_SECONDS = 30

_SCHEDULER = """\
Listen {folder}/cups.sock
Browsing Off
DefaultAuthType None
WebInterface No
LogLevel warn
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_FILES = """\
FileDevice Yes
SystemGroup root
ServerRoot {folder}/server
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
ErrorLog {folder}/error_log
AccessLog {folder}/access_log
PageLog {folder}/page_log
"""
_PPD = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "VILLAGE.PPD"
*Manufacturer: "Village"
*Product: "(Village)"
*ModelName: "Village flat-bed"
*ShortNickName: "Village flat-bed"
*NickName: "Village flat-bed"
*PSVersion: "(3010.000) 550"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*FileSystem: False
*cupsFilter: "application/vnd.cups-pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageSize
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]/ImagingBBox null>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*OrderDependency: 10 AnySetup *PageRegion
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]/ImagingBBox null>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
{custom}*DefaultFont: Courier
"""
_CUSTOM = """\
*MaxMediaWidth: "1200"
*MaxMediaHeight: "1200"
*HWMargins: 0 0 0 0
*CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]/ImagingBBox null>>setpagedevice"
*ParamCustomPageSize Width: 1 points 72 1200
*ParamCustomPageSize Height: 2 points 72 1200
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 3
"""


def why_not() -> str:
    """Why no CUPS can run here; empty when it can."""
    missing = [name for name in ("cupsd", "lpadmin", "lpstat") if shutil.which(name, path=_PATH) is None]
    if missing or not _FILTER.exists():
        return "CUPS is not installed (Debian: apt-get install cups)"
    if os.geteuid() != 0:
        return "a CUPS with a file for a printer is started by root only"
    return ""


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue that writes what it gets into a file."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to find this CUPS and no other."""
        return os.environ | {"CUPS_SERVER": str(self.folder / "cups.sock"), "PATH": _PATH}

    def arrived(self) -> bytes:
        """What reached the printer, once a job is done; fails when none ends in time."""
        pause = Event()
        for _ in range(_SECONDS * 10):
            done = self.run("lpstat", "-W", "completed", "-o", QUEUE)
            if done.stdout.strip():
                return (self.folder / "arrived.pdf").read_bytes()
            pause.wait(0.1)
        raise AssertionError((self.folder / "error_log").read_text(encoding="utf-8", errors="replace"))

    def jobs(self) -> str:
        """All jobs that this queue ever had, one a line."""
        return self.run("lpstat", "-W", "all", "-o", QUEUE).stdout.strip()

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """A command of CUPS, spoken to this queue."""
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=True, timeout=_SECONDS
        )


@contextmanager
def queue(takes_any_size: bool) -> Iterator[Queue]:
    """A running CUPS with one printer; its driver knows A4 and, if asked, any other size."""
    folder = Path(mkdtemp(prefix="cups-"))
    folder.chmod(0o755)
    for name in ("server", "spool", "cache", "state", "tmp"):
        (folder / name).mkdir()
    (folder / "cupsd.conf").write_text(_SCHEDULER.format(folder=folder), encoding="utf-8")
    (folder / "cups-files.conf").write_text(_FILES.format(folder=folder), encoding="utf-8")
    (folder / "village.ppd").write_text(
        _PPD.format(custom=_CUSTOM if takes_any_size else ""), encoding="utf-8"
    )
    here = Queue(folder)
    command = ("cupsd", "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf"))
    with subprocess.Popen(command, env=here.environment, stdout=subprocess.DEVNULL) as scheduler:
        try:
            pause = Event()
            for _ in range(_SECONDS * 10):
                if (folder / "cups.sock").exists():
                    break
                pause.wait(0.1)
            device = f"file://{folder}/arrived.pdf"
            here.run("lpadmin", "-p", QUEUE, "-E", "-v", device, "-P", str(folder / "village.ppd"))
            yield here
        finally:
            scheduler.terminate()
            scheduler.wait(_SECONDS)
            shutil.rmtree(folder, ignore_errors=True)
