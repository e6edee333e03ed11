import Foundation

/// Whose settings and indexes are believed when they are found in a corpus: those of the user, as git has it.
public struct Trust: Sendable {
    /// The user, and under sudo the one who called it.
    private let users: Set<uid_t>
    /// Folders named as exceptions, as for a repository that is mounted into a container; `*` for all.
    private let folders: [String]

    /// Files of the user who runs the program.
    public static let ownFiles = Trust(environment: ProcessInfo.processInfo.environment)

    /// `SUDO_UID` counts as the user; `MEETINGS_TRUST` names folders, with `:` between them.
    public init(environment: [String: String]) {
        var users: Set<uid_t> = [geteuid()]
        if geteuid() == 0, let caller = environment["SUDO_UID"].flatMap({ uid_t($0) }) { users.insert(caller) }
        self.users = users
        folders = (environment["MEETINGS_TRUST"] ?? "").split(separator: ":").map(String.init)
    }

    /// Whether what lies at an absolute path and belongs to somebody is believed.
    public func covers(_ path: String, owner: uid_t) -> Bool {
        users.contains(owner)
            || folders.contains { folder in
                let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
                return folder == "*" || path == folder || path.hasPrefix(folder + "/")
            }
    }
}
