import Foundation

/// Files that hold no text, and that could wait for ever or never end.
enum SpecialFile {
    /// What a file is that is no regular file; nil for a regular one.
    static func name(of mode: mode_t) -> String? {
        switch mode & S_IFMT {
        case S_IFREG: nil
        case S_IFDIR: "a folder"
        case S_IFLNK: "a link"
        case S_IFIFO: "a FIFO"
        case S_IFSOCK: "a socket"
        case S_IFCHR, S_IFBLK: "a device"
        default: "no regular file"
        }
    }
}
