"""Whether a file is on this machine's own disk, or on a share of the network.

Programs on two machines cannot see each other's shared memory, on which SQLite's quick journal (WAL) depends: on a
share it would let them write over each other. There the library is kept in the older, slower way, which needs locks only.
"""

import ctypes
import os
import sys
from pathlib import Path

_OF_NETWORKS = {
    "9p", "afs", "afpfs", "beegfs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs",
    "fuse.sshfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "smb2", "smb3", "smbfs", "vboxsf",
}  # fmt: skip
_REMOTE_DRIVE = 4
_MOUNTS = Path("/proc/self/mountinfo")


def share_of(path: Path) -> str:
    """What kind of network share a file is on, "" where it is on none that is known."""
    if sys.platform == "win32":
        drive = path.absolute().drive
        remote = (
            drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE
        )
        return "share" if remote else ""
    try:
        device = path.absolute().parent.stat().st_dev
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    wanted = f"{os.major(device)}:{os.minor(device)}"
    kinds = {line.split(" - ", 1)[1].split()[0] for line in lines if line.split()[2] == wanted}
    return next(iter(sorted(kinds & _OF_NETWORKS)), "")
