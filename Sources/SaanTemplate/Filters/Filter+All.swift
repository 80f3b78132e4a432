extension Filter {
  /// Jinja's built-in filters, by their kinds.
  public static let all: [Filter] = textFilters + htmlFilters + listFilters + numberFilters

  private static let textFilters: [Filter] = [
    .capitalize, .center, .format, .indent, .lower, .replace, .reverse, .string, .title, .trim,
    .truncate, .upper, .wordcount, .wordwrap,
  ]

  private static let htmlFilters: [Filter] = [
    .escape, .forceescape, .safe, .striptags, .tojson, .urlencode, .urlize, .xmlattr,
  ]

  private static let listFilters: [Filter] = [
    .attr, .batch, .default, .dictsort, .first, .groupby, .items, .join, .last, .length, .list,
    .map, .max, .min, .random, .reject, .rejectattr, .select, .selectattr, .slice, .sort, .unique,
  ]

  private static let numberFilters: [Filter] = [
    .abs, .filesizeformat, .float, .int, .round, .sum,
  ]
}
