/// The words of Malay, as a person who translates a site writes them into `theme/words/ms.yaml`.
let wordsMalay = """
  january: Januari
  february: Februari
  march: Mac
  april: April
  may: Mei
  june: Jun
  july: Julai
  august: Ogos
  september: September
  october: Oktober
  november: November
  december: Disember
  january_short: Jan
  february_short: Feb
  march_short: Mac
  april_short: Apr
  may_short: Mei
  june_short: Jun
  july_short: Jul
  august_short: Ogos
  september_short: Sep
  october_short: Okt
  november_short: Nov
  december_short: Dis
  monday: Isnin
  tuesday: Selasa
  wednesday: Rabu
  thursday: Khamis
  friday: Jumaat
  saturday: Sabtu
  sunday: Ahad
  full_date: "{weekday}, {date}"
  buddhist_year: "{year} TB"
  gregorian_year: "{year}"
  fiscal_year: tahun kewangan {year}
  fiscal_year_with_months: "{year} ({months})"
  span_of: "{date}"
  in_span: bagi {date}
  figures_of_span: angka bagi {date}
  day_with_time: "{day}, pukul {time_with_dots}"
  month_of: "{month}"
  in_year: pada {date}
  published_on: diterbitkan {date}
  as_of_month: setakat {date}
  as_of_day: setakat {date}
  date_not_stated: tarikh tidak dinyatakan
  no_figure_dated: tiada angka yang bertarikh
  figures_dated: angka bertarikh {date}
  figures_of_time: angka bagi {date}
  figures_dated_from: angka bertarikh dari {first} hingga {last}
  figures_published: angka diterbitkan pada {date}
  figures_published_in: angka diterbitkan pada {date}
  figures_published_from: angka diterbitkan antara {first} dan {last}
  figures_dated_or_published: angka bertarikh atau diterbitkan pada {date}
  more_undated: "{count} lagi tidak bertarikh"
  from_to: dari {first} hingga {last}
  published_from_to: diterbitkan dari {first} hingga {last}
  dated_or_published_from_to: bertarikh atau diterbitkan dari {first} hingga {last}
  dated_or_published: bertarikh atau diterbitkan pada {date}
  since_date: sejak {date}
  money: "{amount} baht"
  money_in_millions: "{amount} juta baht"
  percent: peratus
  baht: baht
  thousands: "{number} ribu"
  millions: "{number} juta"
  billions: "{number} bilion"
  trillions: "{number} trilion"
  thousands_short: "{number} rb"
  millions_short: "{number} jt"
  billions_short: "{number} bn"
  trillions_short: "{number} tn"
  ordinal: ke-{number}
  about: kira-kira {amount}
  more_than: lebih {amount}
  at_least: sekurang-kurangnya {amount}
  at_least_about: sekurang-kurangnya kira-kira {amount}
  nearly: hampir {amount}
  at_most: tidak melebihi {amount}
  recorded_so_far: sekurang-kurangnya {amount} direkodkan setakat ini
  among_recorded: "{amount} antara yang direkodkan setakat ini"
  among_reported: "{amount} antara yang ada data"
  counted: "{name}: {amount}"
  document_pages: "{count} halaman"
  item: perkara
  figure: angka
  area: kawasan
  country: negara
  region: kawasan
  region_in_charts: kawasan
  subregion: subkawasan
  province: wilayah
  district: daerah
  bangkok_district: daerah
  subdistrict: mukim
  bangkok_subdistrict: mukim
  municipality: perbandaran
  province_name: Wilayah {name}
  district_name: Daerah {name}
  bangkok_district_name: Daerah {name}
  subdistrict_name: Mukim {name}
  bangkok_subdistrict_name: Mukim {name}
  municipality_name: Perbandaran {name}
  sentence: "{text}."
  next_clause: "{text}; {next}"
  list_next: "{list}, {next}"
  list_last: "{list} dan {last}"
  two_names: "{first} dan {last}"
  two_places: "{first} dan {last}"
  first_and_more: "{first} dan {count} lagi"
  labelled: "{name}: {text}"
  after_number: "{amount}"
  credit: "{title}, {producer}"
  rows_with_value: "{reported} daripada {expected} baris mempunyai nilai"
  coverage: "{reported} daripada {expected} mempunyai data"
  coverage_in_part: "{reported} daripada {expected} mempunyai data, sebahagian sahaja"
  coverage_with_parts: "{reported} daripada {expected} mempunyai data, dan {parts} sebahagian sahaja"
  coverage_only: "{coverage}: {place}"
  records_in: rekod di {reported} daripada {expected}
  both_figures: kedua-duanya
  all_figures: semuanya
  dates_not_stated: tarikh tidak dinyatakan
  shared_date_not_stated: tarikh tidak dinyatakan
  shared_proviso: "{figures} {proviso}"
  shared_coverage: "bagi {figures}, {proviso}"
  place_within: "{name}, di {around},"
  place_in_division: "{name}, dalam {division},"
  place_has: "{place} mempunyai {figures}"
  place_has_nothing: "{place} belum ada angka di laman ini"
  place_is_mentioned: "{place} belum ada angka sendiri, tetapi sumber menyebut {count}{_}kerja di sana"
  place_has_own: "{place} belum ada angka seluruh kawasan, hanya angka organisasi atau acara di sana"
  shared_with: bersama {names}
  shared_by: "{names} bersama"
  provisional: sementara atau dirancang
  only_one: tiada angka bagi {noun} lain
  all_same: sama di semua {all} yang mempunyai data
  more_of_two: lebih banyak daripada {other} lagi
  fewer_of_two: lebih sedikit daripada {other} lagi
  higher_of_two: lebih tinggi daripada {other} lagi
  lower_of_two: lebih rendah daripada {other} lagi
  most: paling banyak antara {all} yang mempunyai data
  fewest: paling sedikit antara {all} yang mempunyai data
  highest: paling tinggi antara {all} yang mempunyai data
  lowest: paling rendah antara {all} yang mempunyai data
  nth_most: "{ordinal} terbanyak antara {all} yang mempunyai data"
  nth_highest: "{ordinal} tertinggi antara {all} yang mempunyai data"
  level_with: "{rank}, seri dengan {others}"
  above: di atas {name}
  below: di bawah {name}
  same: sama dengan {name}
  both_of: "{first} dan juga {second}"
  comparison_and: "{text} dan {next}"
  comparison_but: "{text} tetapi {next}"
  only_value: satu-satunya nilai ialah {value}
  only_value_of: "hanya {name} mempunyai data: {value}"
  all_level: semua {items} bernilai {value}
  extremes: yang tertinggi antara {items} ialah {high} ({high_name}), yang terendah {low} ({low_name})
  standing: "{name} {ordinal} daripada {count} dengan {value}"
  without_data: "{items} tiada data"
  not_applicable_to: tidak berkenaan bagi {items}
  missing_values: "{count} nilai tiada"
  all_as_of: "{as_of}"
  as_of_period: bagi {date}
  whole: "{total} semuanya: {parts}"
  parts_above_total: jumlah menurut sumber ialah {total}; bahagiannya lebih {difference}
  parts_below_total: jumlah menurut sumber ialah {total}; bahagiannya kurang {difference}
  unknown_order: susunannya tidak pasti, kerana sebahagian nilai hanya paling sedikit atau paling banyak
  unlike_units: nilai-nilai ini berlainan unit dan tidak dibandingkan
  unlike_things: nilai-nilai ini mengira perkara yang berlainan dan tidak dibandingkan
  of_other_kind: mengira perkara yang lain sedikit
  unlike_times: nilai ini bukan dari masa yang sama, jadi tidak dibandingkan
  unlike_spans: nilai bagi jangka masa yang berlainan jenis tidak disambung atau dibandingkan
  of_other_times: nilai {items} adalah dari masa lain ({times}), jadi tidak dibandingkan
  of_many_other_times: nilai {items} adalah dari masa lain, jadi tidak dibandingkan
  of_other_time: dari masa lain
  open_values: bukan nilai tepat ({words})
  absent_together: "{items} hanya mempunyai nilai bersama yang lain"
  absent_in_register: daftar bagi {items} belum diketahui lengkap
  absent_in_parts: "{items} hanya mempunyai data bagi sebahagian"
  no_total: tiada jumlah yang pasti
  in_other_unit: dikira dalam unit lain
  progress: "{value} daripada sasaran {target} ({percent})"
  rises: naik daripada {before} pada {then} kepada {after} pada {now}
  falls: turun daripada {before} pada {then} kepada {after} pada {now}
  succession: "{before} pada {then}, {after} pada {now}"
  stays_level: "{value} pada {first} dan {last}"
  value_in: "{value} pada {date}"
  counted_differently: dikira secara lain sejak {date}
  date_of_publication: "{date} (tarikh terbitan)"
  date_stated_or_of_publication: "{date} (tarikh dinyatakan atau terbitan)"
  more_series: dan {count} siri lagi
  values: "{count} nilai"
  from_sources: "{values} daripada {count} sumber"
  between: "{values}, dari {low} hingga {high}"
  value_used: nilai yang digunakan ialah {value}
  without_date: "{count} tidak bertarikh"
  only_together: hanya bersama yang lain
  partial_register: daftar belum diketahui lengkap
  only_parts: hanya sebahagian
  no_data: tiada data
  not_applicable: tidak berkenaan
  no_date: tiada tarikh
  series_break: dikira secara lain dari sini
  preferred: nilai digunakan
  disagree: sumber tidak sepakat
  target: sasaran
  median: median
  total: Jumlah
  printed_total: Jumlah menurut sumber
  difference: Beza
  nothing_published: Belum ada data diterbitkan
  as_published_on: "Angka di sini seperti yang diterbitkan pada {date}, bukan yang terbaru; halaman rekod ditinggalkan"
  unit_of: Unit {name}
  name_of: Nama {name}
  title_of: Tajuk sumber {name}
  producer_of: Penyedia {name}
  description_of: Keterangan {name}
  day_of_completeness_of: Tarikh kelengkapan {name}
  records_altered: "{name}: {count} rekod berubah"
  moved_by: "berubah kerana {names}"
  multiplier_of: Kuasa sepuluh {name}
  open_table: Lihat data sebagai jadual
  value: Nilai
  as_of: Setakat
  source: Sumber
  series: Siri
  year: Tahun
  not_stated: Tidak dinyatakan
  number_of_rows: Bilangan baris
  added_up: dijumlahkan daripada kawasan kecil
  only_complete: Hanya kawasan yang daftarnya lengkap ditunjukkan
  only_recorded: Hanya yang direkodkan setakat ini; mungkin ada lagi
  undated_rows: "Baris tanpa tarikh, yang tidak ditunjukkan: {count}"
  placeless_rows: "Baris tanpa kawasan, yang tidak ditunjukkan: {count}"
  off_the_map: "Tiada pada peta: {areas}"
  shown_of: "{shown} daripada {all} ditunjukkan"
  title_of_places: "{title}, {places}"
  table: Jadual
  back_to_text: Kembali ke teks
  every_week: setiap {days}
  every_weeks: setiap {interval} minggu pada {days}
  every_month: setiap bulan, {days}
  every_months: setiap {interval} bulan, {days}
  every_year: setiap tahun
  every_years: setiap {interval} tahun
  day_of_month: pada hari ke-{number}
  last_day_of_month: pada hari terakhir
  nth_weekday: pada {weekday} {ordinal}
  last_weekday: pada {weekday} terakhir
  days_in_month: "{text}, {days} bulan {month}"
  repeats_until: "{text} hingga {date}"
  repeats_times: "{text}, {count} kali semuanya"
  repeats_except: "{text}, kecuali {dates}"
  repeats_moved: "{text}; {moves}"
  time_moved: "{from} dipindahkan ke {to}"
  two_weekdays: "{first} dan {second}"
  years_with_day: "{text} yang ada {day}"
  day_of_some_months: "pada hari {number} bagi bulan yang ada hari itu"
  time_in_thailand: "{time}, iaitu {there} di Thailand"
  event_confirmed: seperti diumumkan
  completeness_of: Kelengkapan {name}
  working_out_of: Cara {name} dikira
  scope_of: Kawasan bagi {name}
  register_complete: lengkap
  register_partial: ada rekod yang belum masuk
  register_unknown: belum diketahui
  register_unsaid: tidak lagi dinyatakan berasingan
  scope_of_all: di semua kawasan
  added_as_sum: jumlah kawasan di dalamnya
  added_as_largest: yang terbesar antara kawasan di dalamnya
  added_as_mean: purata berwajaran kawasan di dalamnya
  not_added_up: kawasan tidak dijumlahkan
  event_tentative: belum disahkan
  event_cancelled: dibatalkan
  event_postponed: ditangguhkan
  event_rescheduled: tarikh diubah
  event_moved_online: dipindahkan ke dalam talian
  event_with_status: "[{status}] {name}"

  """
