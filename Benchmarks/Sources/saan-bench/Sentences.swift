/// What the made-up news is put together from: `{p}` is a province, `{d}` a district, `{s}` a
/// subdistrict, `{n}` and `{m}` numbers, `{y}` a year.
enum Sentences {
  static let headlines = [
    Bilingual("ชุมชน{s}ตั้งกองทุนดูแลกันเอง", "{s} starts a fund of its own"),
    Bilingual("สภาองค์กรชุมชน{s}เปิดเวทีฟังเสียงชาวบ้าน", "The council of {s} opens a forum for all"),
    Bilingual("{s}ซ่อมบ้านเสร็จก่อนฤดูฝน", "{s} repairs its houses before the rains"),
    Bilingual("ตลาดชุมชน{s}กลับมาคึกคัก", "The market of {s} is busy again"),
    Bilingual("ชาวบ้าน{s}ทำแผนที่ป่าด้วยมือตนเอง", "People of {s} map their forest by hand"),
    Bilingual("เยาวชน{s}เก็บข้อมูลน้ำทั้งลุ่มน้ำ", "The young of {s} measure a whole river"),
    Bilingual("{s}คืนที่ดินให้เป็นของส่วนรวม", "{s} gives land back to all"),
    Bilingual("กองทุน{s}จ่ายสวัสดิการครบทุกครัวเรือน", "The fund of {s} reaches every household"),
    Bilingual("{s}เปิดบัญชีให้ทุกคนตรวจดูได้", "{s} opens its books to everyone"),
    Bilingual(
      "สิบปีสภาองค์กรชุมชน{s} ก้าวต่อไปที่ต้องเดินด้วยกัน",
      "Ten years of the council of {s}, and what comes next"),
  ]

  static let headings = [
    Bilingual("เริ่มจากเรื่องใกล้ตัว", "It began close to home"),
    Bilingual("ใครทำอะไร", "Who does what"),
    Bilingual("เงินมาจากไหน", "Where the money comes from"),
    Bilingual("สิ่งที่เปลี่ยนไป", "What has changed"),
    Bilingual("สิ่งที่ยังติดขัด", "What is still in the way"),
    Bilingual("บทเรียนจากปีที่ผ่านมา", "What the last year taught"),
    Bilingual("ก้าวต่อไป", "The next step"),
    Bilingual("เสียงจากชุมชน", "In the community’s words"),
  ]

  static let items = [
    Bilingual(
      "ประชุมทุกวันที่ห้าของเดือน เปิดให้ทุกคนเข้าฟัง", "A meeting on the fifth of each month, open to all"),
    Bilingual("ทำบัญชีสองชุด เก็บไว้คนละบ้าน", "Two sets of books, kept in two houses"),
    Bilingual(
      "ให้คนอายุไม่เกินสามสิบเป็นกรรมการอย่างน้อยสองคน", "At least two members of the board under thirty"),
    Bilingual(
      "ติดประกาศรายรับรายจ่ายที่ศาลาทุกไตรมาส", "Income and spending on the notice board every quarter"),
    Bilingual("เยี่ยมบ้านผู้สูงอายุและคนพิการเดือนละครั้ง", "A visit to the old and the disabled every month"),
    Bilingual("แลกเมล็ดพันธุ์กับตำบลข้างเคียงก่อนฤดูทำนา", "Seeds exchanged with neighbours before planting"),
    Bilingual("สำรวจครัวเรือนใหม่ทุกสองปี", "A new survey of households every two years"),
  ]

  static let all = [
    Bilingual(
      "ชาวบ้านใน{d} จังหวัด{p} ใช้เวลากว่า {n} เดือนสำรวจปัญหาของตนเองก่อนจะลงมือ",
      "People in {d}, {p}, spent more than {n} months looking at their own problems before they set to work."
    ),
    Bilingual(
      "เวทีแรกมีคนมา {m} คน มากกว่าเก้าอี้ที่เตรียมไว้ จึงต้องปูเสื่อนั่งกันใต้ต้นไม้",
      "The first forum drew {m} people, more than there were chairs, so that many sat on mats under the trees."
    ),
    Bilingual(
      "ตำบล{s}เคยมีกลุ่มออมทรัพย์เพียงกลุ่มเดียว วันนี้มี {n} กลุ่มที่ทำงานร่วมกัน",
      "The subdistrict of {s} once had a single savings group; today there are {n} that work together."
    ),
    Bilingual(
      "ข้อตกลงของชุมชนเขียนด้วยภาษาง่าย ๆ ติดไว้ที่ศาลา และแก้ได้เมื่อคนส่วนใหญ่เห็นด้วย",
      "The community’s rules are written in plain words, hang in the hall, and change when most people agree."
    ),
    Bilingual(
      "ครัวเรือนที่มีรายได้น้อยที่สุดได้รับการดูแลก่อน แล้วจึงขยายไปยังครัวเรือนอื่นในปีถัดมา",
      "The households with the lowest incomes came first, and the others followed in the next year."
    ),
    Bilingual(
      "เงินก้อนแรกมาจากการออมวันละบาทของสมาชิก {m} คน ไม่ใช่จากงบประมาณของหน่วยงานใด",
      "The first money came from {m} members who put aside a baht a day, and not from any agency’s budget."
    ),
    Bilingual(
      "เทศบาลสมทบในปี {y} หลังจากเห็นว่าบัญชีของกองทุนตรวจสอบได้ทุกรายการ",
      "The municipality began to add its share in {y}, once it saw that every entry in the books could be checked."
    ),
    Bilingual(
      "ผู้หญิงเป็นกรรมการเกินครึ่ง และเป็นผู้ถือบัญชีทั้ง {n} หมู่บ้าน",
      "More than half of the board are women, and women keep the books in all {n} villages."),
    Bilingual(
      "เมื่อน้ำท่วมในปี {y} กองทุนจ่ายเงินช่วยเหลือได้ภายในสองวัน ก่อนความช่วยเหลือจากภายนอกจะมาถึง",
      "When the floods came in {y} the fund paid within two days, before any help arrived from outside."
    ),
    Bilingual(
      "คนรุ่นใหม่ที่เคยไปทำงานในเมืองกลับมาช่วยทำแผนที่และเก็บข้อมูลด้วยโทรศัพท์ของตน",
      "Young people who had left for the city came back to draw maps and to collect data with their own phones."
    ),
    Bilingual(
      "ที่ดินริมคลองซึ่งเคยรกร้างกลายเป็นแปลงผักรวม ให้ผลผลิตพอส่งโรงเรียนสองแห่งในตำบล",
      "The land by the canal, once left to weeds, is now a shared garden that feeds two schools of the subdistrict."
    ),
    Bilingual(
      "สภาองค์กรชุมชนเสนอเรื่องนี้ต่อที่ประชุมระดับจังหวัด และได้รับคำตอบเป็นลายลักษณ์อักษร",
      "The community council took the matter to the meeting of the province, and was given an answer in writing."
    ),
    Bilingual(
      "ยังมีอีก {n} ครัวเรือนที่รอการรับรองสิทธิในที่ดิน แม้อยู่อาศัยมาก่อนปี {y}",
      "Another {n} households still wait for their right to the land, though they have lived there since before {y}."
    ),
    Bilingual(
      "ราคาวัสดุที่สูงขึ้นทำให้งานล่าช้า ชุมชนจึงรวมกันซื้อครั้งละมาก ๆ และใช้แรงงานของกันและกัน",
      "Dearer materials slowed the work, so that the community bought in bulk and lent one another its labour."
    ),
    Bilingual(
      "หน่วยงานในพื้นที่ให้คำแนะนำด้านช่าง ส่วนการตัดสินใจยังเป็นของที่ประชุมชุมชน",
      "Local offices gave advice on building, while the decisions stayed with the community’s own meeting."
    ),
    Bilingual(
      "แผนสามปีของ{s}วางไว้สามเรื่อง คือ น้ำ ที่อยู่อาศัย และสวัสดิการของคนทุกวัย",
      "The three-year plan of {s} has three parts: water, housing, and welfare for people of every age."
    ),
    Bilingual(
      "ตัวแทนจาก {n} ตำบลใน{p}เดินทางมาดูงาน แล้วนำวิธีทำบัญชีกลับไปใช้",
      "Delegates from {n} subdistricts of {p} came to see the work, and took its way of keeping books home."
    ),
    Bilingual(
      "การประชุมประจำปีรับรองรายงานการเงินด้วยเสียงส่วนใหญ่ และเลือกกรรมการชุดใหม่",
      "The yearly meeting passed the financial report by a majority, and chose a new board."),
    Bilingual(
      "ครูและพยาบาลในตำบลช่วยกันทำรายชื่อผู้ที่ควรได้รับการเยี่ยมบ้าน โดยไม่เปิดเผยข้อมูลส่วนตัว",
      "Teachers and nurses of the subdistrict drew up who should be visited, and kept private matters private."
    ),
    Bilingual(
      "ป่าชุมชนฟื้นตัวพอให้เก็บเห็ดและหน่อไม้ได้ตามกติกา ใครทำผิดต้องปลูกต้นไม้ทดแทน",
      "The forest has recovered enough for mushrooms and bamboo shoots, by rules; who breaks them plants trees."
    ),
    Bilingual(
      "รายได้จากตลาดนัดวันเสาร์แบ่งเป็นสามส่วน ส่วนหนึ่งเข้ากองทุนเพื่อการศึกษาของเด็ก",
      "What the Saturday market earns is shared in three, and one part goes to a fund for children’s schooling."
    ),
    Bilingual(
      "ผลสำรวจครั้งล่าสุดพบว่าหนี้นอกระบบลดลง แต่ค่าใช้จ่ายด้านการเดินทางเพิ่มขึ้น",
      "The last survey found that debts to moneylenders had fallen, while the cost of travel had grown."
    ),
    Bilingual(
      "เครือข่ายระดับภาคจะสรุปบทเรียนจากทุกจังหวัดและเผยแพร่ให้ชุมชนอื่นใช้ต่อได้",
      "The regional network will draw the lessons of all provinces together and publish them for others to use."
    ),
    Bilingual(
      "ก่อนจบเวที ผู้เข้าร่วมตกลงกันว่าจะพบกันอีกครั้งในสามเดือน พร้อมตัวเลขที่ตรวจแล้วของทุกหมู่บ้าน",
      "Before they parted they agreed to meet again in three months, with checked numbers from every village."
    ),
  ]
}
