// swift-tools-version: 6.2
import PackageDescription

/// The measured peers live here, so that the product itself never depends on them.
let package = Package(
  name: "saan-benchmarks",
  dependencies: [
    .package(name: "saan", path: ".."),
    .package(url: "https://github.com/stencilproject/Stencil", exact: "0.15.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .executableTarget(
      name: "saan-bench",
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]),
    .executableTarget(
      name: "template-bench",
      dependencies: [
        .product(name: "SaanTemplate", package: "saan"),
        .product(name: "Stencil", package: "Stencil"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]),
  ]
)
