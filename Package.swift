// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "meetings",
    products: [
        .executable(name: "meetings", targets: ["meetings"]),
        .library(name: "MeetingParser", targets: ["MeetingParser"]),
        .library(name: "MeetingCorpus", targets: ["MeetingCorpus"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/onevcat/Rainbow", from: "4.2.2"),
        .package(url: "https://github.com/ordo-one/TextTable", from: "0.0.2"),
    ],
    targets: [
        .target(
            name: "MeetingParser",
            dependencies: [
                "CCharsets", "CSteps", .product(name: "Algorithms", package: "swift-algorithms"), .product(name: "Yams", package: "Yams"),
            ]),
        .target(name: "CCharsets"),
        .target(name: "CSteps"),
        .target(name: "CChild"),
        .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .systemLibrary(
            name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev", "liblzma-dev", "libbz2-dev", "nettle-dev"])]),
        .systemLibrary(name: "CCompression", providers: [.apt(["zlib1g-dev", "libzstd-dev"])]),
        .target(
            name: "MeetingCorpus",
            dependencies: [
                "CArchive", "CChild", "CCompression", "CSQLite", "MeetingParser", .product(name: "Algorithms", package: "swift-algorithms"),
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Yams", package: "Yams"),
            ]),
        .executableTarget(
            name: "meetings",
            dependencies: [
                "MeetingCorpus", "MeetingParser", .product(name: "Algorithms", package: "swift-algorithms"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Mustache", package: "swift-mustache"), .product(name: "Rainbow", package: "Rainbow"),
                .product(name: "TextTable", package: "TextTable"),
                .product(name: "Yams", package: "Yams"),
            ], resources: [.embedInCode("Report/page.mustache"), .embedInCode("Report/page.css"), .embedInCode("Report/page.js")]),
        .testTarget(name: "MeetingParserTests", dependencies: ["MeetingParser"]),
        .testTarget(name: "MeetingCorpusTests", dependencies: ["MeetingCorpus", .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(name: "meetingsTests", dependencies: ["meetings"]),
    ],
    swiftLanguageModes: [.v6]
)
