import ArgumentParser

@main
struct Saan: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "saan")
}
