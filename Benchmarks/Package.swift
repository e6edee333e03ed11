// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of meetings never resolve what only measuring needs.
let package = Package(
    name: "Benchmarks",
    dependencies: [
        .package(name: "meetings", path: ".."),
    ],
    targets: [
        .executableTarget(
            name: "Throughput",
            dependencies: [.product(name: "MeetingCorpus", package: "meetings"), .product(name: "MeetingParser", package: "meetings")]),
        .executableTarget(name: "GuidedFuzz", dependencies: [.product(name: "MeetingParser", package: "meetings")]),
        .executableTarget(name: "Fuzz", dependencies: [.product(name: "MeetingParser", package: "meetings")]),
    ],
    swiftLanguageModes: [.v6]
)
