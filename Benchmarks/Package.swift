// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of meetings never resolve what only measuring needs.
let package = Package(
    name: "Benchmarks",
    dependencies: [
        .package(name: "meetings", path: ".."),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        // The benchmark plugin looks for its targets in a folder of this name.
        .executableTarget(
            name: "Stages",
            dependencies: [
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "MeetingCorpus", package: "meetings"), .product(name: "MeetingParser", package: "meetings"),
            ],
            path: "Benchmarks/Stages",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        .executableTarget(name: "GuidedFuzz", dependencies: [.product(name: "MeetingParser", package: "meetings")]),
        .target(name: "FuzzSupport"),
        .executableTarget(name: "Fuzz", dependencies: ["FuzzSupport", .product(name: "MeetingParser", package: "meetings")]),
        .executableTarget(name: "Shapes", dependencies: [.product(name: "MeetingParser", package: "meetings")]),
    ],
    swiftLanguageModes: [.v6]
)
