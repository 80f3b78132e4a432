import SaanData
import SaanModel
import SaanText

/// What readers may follow, by a feed or in a calendar.
enum FollowedSubject {
  case site
  case list(Listing)
  case province(Area, place: String)

  /// Where the page lies that tells the same.
  var place: String {
    switch self {
    case .site: ""
    case .list(let listing): listing.place
    case .province(_, let place): place
    }
  }
}

extension Planner {
  /// The site, some lists, and the provinces with pages that articles name.
  func followed(_ lists: [Listing], provincesOf entries: [Entry]) -> [FollowedSubject] {
    let names = Set(entries.flatMap { $0.original.front.areas?.map(\.value) ?? [] })
    let named = Set(names.compactMap { site.areas[$0]?.code })
    let provinces = site.areas.all(.province).compactMap { area -> FollowedSubject? in
      guard named.contains(area.code), let place = site.areas.pagePlace(of: area) else {
        return nil
      }
      return .province(area, place: place)
    }
    return [.site] + lists.map { .list($0) } + provinces
  }
}
