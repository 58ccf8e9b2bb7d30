//! The operations of a file system that saving needs, each of which can fail on its own.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// What saving asks of a file system. Tests put a faulty one in its place.
pub trait Disk {
    /// A file open for writing.
    type File;

    /// The content of a file, and an error of kind `FileTooLarge` beyond `most` bytes.
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>>;

    /// Makes a file that must not exist yet; on Unix readable by its owner alone.
    fn create_new(&self, path: &Path) -> io::Result<Self::File>;

    fn write(&self, file: &mut Self::File, bytes: &[u8]) -> io::Result<()>;

    /// Brings what was written onto the disk itself.
    fn sync(&self, file: &Self::File) -> io::Result<()>;

    /// Gives `path` the permissions of `like`.
    fn copy_mode(&self, like: &Path, path: &Path) -> io::Result<()>;

    /// Puts `from` in the place of `to` at once.
    fn replace(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives `from` the name `to`, refusing when there is such a file.
    fn move_new(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives the content of `from` a second name, refusing when there is such a file.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Brings the names in a folder onto the disk itself.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    fn create_folder(&self, folder: &Path) -> io::Result<()>;

    fn remove(&self, path: &Path) -> io::Result<()>;

    fn exists(&self, path: &Path) -> bool;

    /// In bytes.
    fn size(&self, path: &Path) -> io::Result<u64>;

    /// The files in a folder; none when there is no such folder.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// The file that symbolic links lead to, so that a save replaces it and not the link.
    fn resolve(&self, path: &Path) -> PathBuf;

    /// Whether this machine still runs that process; `None` when it cannot be told.
    fn is_running(&self, pid: u32) -> Option<bool>;
}

/// The file system of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    type File = File;

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        if metadata.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if metadata.len() > most {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let size = usize::try_from(metadata.len()).unwrap_or_default();
        let mut bytes = Vec::with_capacity(size.saturating_add(1));
        // One byte more than allowed is read, so that a file that grows meanwhile is noticed.
        file.take(most + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
    }

    fn create_new(&self, path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        options.open(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn copy_mode(&self, like: &Path, path: &Path) -> io::Result<()> {
        let mode: Permissions = fs::metadata(like)?.permissions();
        fs::set_permissions(path, mode)
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn move_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        // A hard link refuses an existing name at once; where the file system has none, the
        // name is taken first, so that at worst an empty file of ours is left, never theirs lost.
        match fs::hard_link(from, to) {
            Ok(()) => {
                fs::remove_file(from).ok(); // A second name that stays harms nobody.
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            Err(_) => {
                drop(File::create_new(to)?);
                fs::rename(from, to).inspect_err(|_| {
                    fs::remove_file(to).ok(); // Ours, and empty.
                })
            }
        }
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Windows has no such thing; the rename is as safe there as it gets.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn exists(&self, path: &Path) -> bool {
        path.symlink_metadata().is_ok()
    }

    fn size(&self, path: &Path) -> io::Result<u64> {
        Ok(fs::metadata(path)?.len())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        match fs::read_dir(folder) {
            Ok(entries) => {
                let mut paths: Vec<PathBuf> =
                    entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
                paths.sort();
                Ok(paths)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        match path.symlink_metadata() {
            Ok(metadata) if metadata.is_symlink() => {
                fs::canonicalize(path).unwrap_or_else(|_broken| path.to_owned())
            }
            Ok(_) | Err(_) => path.to_owned(),
        }
    }

    fn is_running(&self, pid: u32) -> Option<bool> {
        // Only Linux tells without a call to its C library.
        let processes = Path::new("/proc");
        processes.join("self").exists().then(|| processes.join(pid.to_string()).exists())
    }
}
