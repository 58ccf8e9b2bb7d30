//! Why the system refused something, in the language of the window.

use std::io::{Error, ErrorKind};

use super::say;

/// The causes an officer meets, said in words; the others as the system says them.
pub fn cause(error: &Error) -> String {
    // What we say ourselves goes through as it is.
    if error.get_ref().is_some() {
        return error.to_string();
    }
    match error.kind() {
        ErrorKind::NotFound => say!("cause-not-found"),
        ErrorKind::PermissionDenied => say!("cause-not-allowed"),
        ErrorKind::AlreadyExists => say!("cause-exists"),
        ErrorKind::StorageFull => say!("cause-full"),
        ErrorKind::QuotaExceeded => say!("cause-quota"),
        ErrorKind::ReadOnlyFilesystem => say!("cause-read-only"),
        ErrorKind::IsADirectory => say!("cause-folder"),
        ErrorKind::NotADirectory => say!("cause-no-folder"),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => say!("cause-busy"),
        ErrorKind::TimedOut
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::StaleNetworkFileHandle => say!("cause-network"),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_said_in_words_and_our_own_words_stay() {
        let missing = std::fs::read("no such folder/no such file").unwrap_err();
        assert_eq!(cause(&missing), "there is no such file or folder");
        assert_eq!(
            cause(&Error::other("somebody else took the lock")),
            "somebody else took the lock"
        );
        let strange = Error::from_raw_os_error(i32::MAX);
        assert_eq!(cause(&strange), strange.to_string());
    }
}
