//! A disk on which one operation fails, in every way that disks do.

use std::cell::{Cell, RefCell};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use retinue::store::{Disk, RealDisk};

/// The number of the one process that runs.
pub(super) const LIVING: u32 = 7;

/// What happens at the operation that fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing is done.
    Refused,
    /// It is done, and reported as failed.
    Late,
    /// Half of what is written arrives; anything else is not done.
    Torn,
    /// As torn, and nothing works from then on: the process ends here.
    Killed,
    /// Nothing is done, and the file system says that it cannot do such a thing.
    Unsupported,
}

pub(super) const FAULTS: [Fault; 5] =
    [Fault::Refused, Fault::Late, Fault::Torn, Fault::Killed, Fault::Unsupported];

/// The name of an operation, and what happens before it.
type Meanwhile = (&'static str, Box<dyn FnOnce()>);

/// A real disk whose operation number `fails_at` fails.
pub(super) struct FaultyDisk {
    pub(super) fault: Fault,
    fails_at: usize,
    pub(super) done: Cell<usize>,
    pub(super) log: RefCell<Vec<(&'static str, PathBuf)>>,
    /// Something that happens just before an operation of that name.
    meanwhile: RefCell<Option<Meanwhile>>,
}

impl FaultyDisk {
    pub(super) fn new(fault: Fault, fails_at: usize) -> Self {
        let (done, log) = (Cell::new(0), RefCell::default());
        Self { fault, fails_at, done, log, meanwhile: RefCell::new(None) }
    }

    pub(super) fn sound() -> Self {
        Self::new(Fault::Refused, usize::MAX)
    }

    pub(super) fn before(operation: &'static str, happens: impl FnOnce() + 'static) -> Self {
        let disk = Self::sound();
        *disk.meanwhile.borrow_mut() = Some((operation, Box::new(happens)));
        disk
    }

    pub(super) fn was_reached(&self) -> bool {
        self.done.get() >= self.fails_at
    }

    fn operation<T>(
        &self,
        name: &'static str,
        path: &Path,
        run: impl FnOnce() -> io::Result<T>,
        torn: impl FnOnce(),
    ) -> io::Result<T> {
        if self.meanwhile.borrow().as_ref().is_some_and(|(when, _)| *when == name) {
            let (_, happens) = self.meanwhile.borrow_mut().take().unwrap();
            happens();
        }
        let number = self.done.get() + 1;
        self.done.set(number);
        self.log.borrow_mut().push((name, path.to_owned()));
        let failed = || io::Error::other(format!("fault at operation {number}, {name}"));
        if number == self.fails_at {
            match self.fault {
                Fault::Refused => {}
                Fault::Late => drop(run()),
                Fault::Torn | Fault::Killed => torn(),
                Fault::Unsupported => return Err(io::ErrorKind::Unsupported.into()),
            }
            return Err(failed());
        }
        if self.fault == Fault::Killed && number > self.fails_at {
            return Err(failed());
        }
        run()
    }

    fn plain<T>(
        &self,
        name: &'static str,
        path: &Path,
        run: impl FnOnce() -> io::Result<T>,
    ) -> io::Result<T> {
        self.operation(name, path, run, || {})
    }
}

impl Disk for FaultyDisk {
    type File = (fs::File, PathBuf);

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.plain("read", path, || RealDisk.read(path, most))
    }

    fn create_new(&self, path: &Path) -> io::Result<Self::File> {
        self.plain("create", path, || Ok((RealDisk.create_new(path)?, path.to_owned())))
    }

    fn write(&self, file: &mut Self::File, bytes: &[u8]) -> io::Result<()> {
        let (mut half, path) = (file.0.try_clone().unwrap(), file.1.clone());
        self.operation(
            "write",
            &path,
            || RealDisk.write(&mut file.0, bytes),
            || RealDisk.write(&mut half, &bytes[..bytes.len() / 2]).unwrap(),
        )
    }

    fn sync(&self, file: &Self::File) -> io::Result<()> {
        self.plain("sync", &file.1, || RealDisk.sync(&file.0))
    }

    fn copy_mode(&self, like: &Path, path: &Path) -> io::Result<()> {
        self.plain("mode", path, || RealDisk.copy_mode(like, path))
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.plain("replace", to, || RealDisk.replace(from, to))
    }

    fn move_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.plain("move", to, || RealDisk.move_new(from, to))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.plain("link", to, || RealDisk.link(from, to))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.plain("sync folder", folder, || RealDisk.sync_folder(folder))
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.plain("create folder", folder, || RealDisk.create_folder(folder))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.plain("remove", path, || RealDisk.remove(path))
    }

    fn exists(&self, path: &Path) -> bool {
        RealDisk.exists(path)
    }

    fn size(&self, path: &Path) -> io::Result<u64> {
        self.plain("size", path, || RealDisk.size(path))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.plain("list", folder, || RealDisk.list(folder))
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        RealDisk.resolve(path)
    }

    fn is_running(&self, pid: u32) -> Option<bool> {
        Some(pid == LIVING)
    }
}
