// swift-tools-version: 6.2
import PackageDescription

/// Warnings stop the line where nobody is watching; at the desk they stay warnings.
let warningsAreErrors = Context.environment["CI"] != nil

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // The targets are rooms of one program, and may be optimised as one.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
  ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

let package = Package(
  name: "saan",
  products: [
    .executable(name: "saan", targets: ["saan"]),
    .library(name: "SaanTemplate", targets: ["SaanTemplate", "SaanText"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibthai", pkgConfig: "libthai", providers: [.apt(["libthai-dev"])]),
    .systemLibrary(name: "CLinux"),
    .target(
      name: "CThaiWords",
      exclude: [
        "dictionary.tri", "glossary.txt", "make-dictionary", "places.txt", "words.txt", "README.md",
      ], publicHeadersPath: "Header"),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CPCRE", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(
      name: "SaanText", dependencies: ["CLibthai", "CThaiWords"], swiftSettings: settings),
    .target(
      name: "SaanMarkdown", dependencies: ["SaanText", "CCmarkGFM"], swiftSettings: settings),
    // Every start of the program compiles a theme, and tests start it hundreds of times.
    .target(
      name: "SaanTemplate", dependencies: ["SaanText"],
      swiftSettings: settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    .target(
      name: "SaanData",
      dependencies: [
        "SaanText", "CZlib", "CExpat", "CSQLite", "CCrypto", "CPCRE",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(name: "SaanCharts", dependencies: ["SaanText"], swiftSettings: settings),
    .target(name: "SaanFiles", dependencies: ["SaanText", "CXXHash"], swiftSettings: settings),
    .target(
      name: "SaanPublish", dependencies: ["SaanFiles", "SaanText", "CXXHash", "CLinux"],
      swiftSettings: settings),
    .target(
      name: "SaanImages",
      dependencies: ["SaanPublish", "SaanFiles", "SaanText", "CLinux", "CZlib"],
      swiftSettings: settings),
    .target(
      name: "SaanModel",
      dependencies: [
        "SaanImages", "SaanFiles", "SaanText", "SaanMarkdown", "SaanTemplate", "SaanData",
      ],
      swiftSettings: settings),
    .target(
      name: "SaanPages",
      dependencies: [
        "SaanModel", "SaanImages", "SaanFiles", "SaanText", "SaanMarkdown", "SaanTemplate",
        "SaanData", "SaanCharts",
      ], swiftSettings: settings),
    .target(
      name: "SaanSite",
      dependencies: [
        "SaanPages", "SaanModel", "SaanImages", "SaanPublish", "SaanFiles", "SaanText",
        "SaanMarkdown", "SaanTemplate", "SaanData", "SaanCharts", "CXXHash",
      ], swiftSettings: settings),
    .target(
      name: "SaanPreview",
      dependencies: [
        "SaanSite", "SaanPages", "SaanModel", "SaanPublish", "SaanFiles", "SaanText", "CLinux",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ], swiftSettings: settings),
    .executableTarget(
      name: "saan",
      dependencies: [
        "SaanPreview", "SaanSite", "SaanModel", "SaanImages", "SaanPublish", "SaanFiles",
        "SaanText", "SaanMarkdown",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings,
      // Two threads that make pages of small texts spend a tenth of their time in `malloc`.
      linkerSettings: [.linkedLibrary("jemalloc")]),
    .testTarget(
      name: "SaanTextTests", dependencies: ["SaanText", "TestSupport"], exclude: ["Search"],
      swiftSettings: settings),
    .testTarget(
      name: "SaanMarkdownTests", dependencies: ["SaanMarkdown", "SaanText"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "SaanTemplateTests", dependencies: ["SaanTemplate", "SaanText", "TestSupport"],
      exclude: ["Conformance"], swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["SaanTemplate", "SaanText"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "SaanDataTests", dependencies: ["SaanData", "TestSupport"], exclude: ["Planted"],
      swiftSettings: settings),
    .testTarget(
      name: "SaanChartsTests", dependencies: ["SaanCharts"], exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "SaanImagesTests",
      dependencies: ["SaanImages", "SaanPublish", "SaanFiles", "SaanText"],
      swiftSettings: settings),
    .testTarget(
      name: "SaanSiteTests",
      dependencies: [
        "SaanPreview", "SaanSite", "SaanPages", "SaanModel", "SaanImages", "SaanPublish",
        "SaanFiles", "SaanData", "SaanText", "TestSupport",
      ],
      exclude: ["Completeness", "Fields", "Mistakes", "Pages", "Specimen"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["saan", "TestSupport"],
      exclude: ["Guides/StandIns", "Guides/Network"],
      swiftSettings: settings),
    .testTarget(
      name: "Trials", dependencies: ["SaanTemplate", "SaanText", "TestSupport"],
      swiftSettings: settings),
    .testTarget(name: "TidyTests", swiftSettings: settings),
  ]
)
