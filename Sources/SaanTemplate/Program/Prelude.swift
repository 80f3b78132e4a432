/// A macro together with where it was defined.
struct MacroInstance: Sendable {
  let unit: Int
  /// The context it reads, by number.
  let context: Int
  let captures: [Value]
}

/// A template that was imported: its context and what it offers.
struct ModuleInstance: Sendable {
  let template: Int
  let context: Int
  /// Whether it saw the importer's variables, so that no other import may share it.
  let isPrivate: Bool
}

/// Templates that hold macros alone, imported once for all renderings with the same globals.
///
/// A page imports a dozen of them; what they define depends on nothing of the page.
struct Prelude: Sendable {
  /// The modules' variables.
  var contexts: [[Value]] = []
  var macros: [MacroInstance] = []
  var modules: [ModuleInstance] = []
}
