// swift-tools-version: 6.1
// The rooms of Telex and who may enter which: docs/ARCHITECTURE.md draws the same picture.

import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// One room: a folder under Sources and what it may import.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// The tests of one room, mirrored under Tests.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    let model: [Target.Dependency] = name == "FeedModel" ? [] : ["FeedModel"]
    return .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name), "TestSupport"] + model + dependencies,
        swiftSettings: settings
    )
}

let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "telex",
    products: [.executable(name: "telex", targets: ["telex"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.16.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.5.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CNotify"),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),

        room("FeedModel", resources: [.embedInCode("Resources/agencies.json")]),
        room("XMLStream", ["CLibXML2"]),
        room("CurlTransfer", ["CLibCurl"]),
        room("FeedParsing", ["FeedModel", "XMLStream"]),
        room("FeedFetching", ["FeedModel", "CurlTransfer"]),
        room("FeedDesk", ["FeedModel"]),
        room("FeedStorage", ["FeedModel", .product(name: "GRDB", package: "GRDB.swift")]),
        room(
            "FeedPublishing",
            ["FeedModel", .product(name: "Mustache", package: "swift-mustache")],
            resources: [.embedInCode("Resources")]
        ),
        room(
            "Aggregator",
            ["FeedModel", "FeedFetching", "FeedParsing", "FeedDesk", "FeedStorage", lifecycle, logging]
        ),
        room(
            "FeedServer",
            [
                "FeedModel", "FeedStorage", "FeedPublishing", "CZlib", "CBrotli", lifecycle, logging,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]
        ),
        room("TelexConfiguration", ["FeedModel", "Yams"]),
        .executableTarget(
            name: "telex",
            dependencies: [
                "FeedModel", "FeedFetching", "FeedParsing", "FeedDesk", "FeedStorage", "FeedPublishing", "Aggregator",
                "FeedServer", "TelexConfiguration", "CNotify", lifecycle, logging, "Yams",
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        tests(of: "FeedModel"),
        tests(of: "XMLStream"),
        tests(of: "CurlTransfer"),
        tests(of: "FeedParsing", ["XMLStream"]),
        tests(of: "FeedFetching", ["CurlTransfer"]),
        tests(of: "FeedDesk"),
        tests(of: "FeedStorage"),
        tests(of: "FeedPublishing", ["FeedParsing", "XMLStream"]),
        tests(of: "Aggregator", ["FeedFetching", "FeedParsing", "FeedDesk", "FeedStorage", lifecycle, logging]),
        tests(of: "FeedServer", ["FeedStorage", "FeedPublishing", lifecycle, logging]),
        tests(of: "TelexConfiguration"),
        tests(
            of: "telex",
            ["Aggregator", "FeedParsing", "FeedDesk", "FeedStorage", "FeedPublishing", "FeedServer", logging]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// The fuzzer is built by FuzzTesting/run alone: it needs flags that a package others depend on may not carry.
if Context.environment["TELEX_FUZZ"] != nil {
    package.products.append(.executable(name: "telex-fuzz", targets: ["telex-fuzz"]))
    package.targets.append(
        .executableTarget(
            name: "telex-fuzz",
            dependencies: ["FeedModel", "FeedParsing", "FeedDesk", "TelexConfiguration", "TestSupport"],
            path: "FuzzTesting/Sources",
            swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]
        )
    )
}

// The bench is built by Benchmarks/run alone: nobody who installs Telex needs it.
if Context.environment["TELEX_BENCH"] != nil {
    package.products.append(.executable(name: "telex-bench", targets: ["telex-bench"]))
    package.targets.append(
        .executableTarget(
            name: "telex-bench",
            dependencies: ["FeedModel", "FeedParsing", "FeedDesk"],
            path: "Benchmarks/Sources",
            swiftSettings: settings
        )
    )
}
