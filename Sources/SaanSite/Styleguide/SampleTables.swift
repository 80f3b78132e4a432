extension SampleSite {
  /// The tables of the sample: seven provinces of which one has nothing, sources that differ, a
  /// register.
  static let tables: [String: String] = [
    "content/data/area_groups.csv": """
    group,area,basis,source
    Z-1,81,stated,almanac
    Z-1,82,stated,almanac
    Z-1,84,stated,almanac
    Z-2,83,stated,almanac
    Z-2,85,inferred,almanac
    Z-3,86,stated,almanac
    Z-3,87,stated,almanac

    """,
    "content/data/asks.csv": """
    id,proposal,number,text,text@en,measure,measure@en,source
    land-1,land,1,ให้ชุมชนใช้ที่ดินว่าง,Let communities use vacant land,จำนวนแปลงที่ได้ใช้,How many plots are used,almanac
    land-2,land,2,ไม่เก็บค่าเช่า,Ask no rent,,,almanac
    water-1,water,1,ต่อท่อถึงทุกแปลง,Lay a pipe to every plot,จำนวนแปลงที่มีน้ำ,How many plots have water,almanac

    """,
    "content/data/areas.csv": """
    code,class,name,name@en,parent,region_scheme,slug,abbr,abbr@en,districts,subdistricts,tile_col,tile_row
    TH,country,ประเทศไทย,Thailand,,,thailand,,,,,,
    N,region,ภาคเหนือ,The North,TH,geographic,north,,,,,,
    S,region,ภาคใต้,The South,TH,geographic,south,,,,,,
    Z-1,region,เขตดอน,Upland zone,TH,office,upland,,,,,,
    Z-2,region,เขตลุ่ม,Lowland zone,TH,office,lowland,,,,,,
    Z-3,region,เขตฝั่ง,Coastal zone,TH,office,coastal,,,,,,
    81,province,ดอนสมมุติ,Don Sommut,N,,don-sommut,ดส,DS,2,12,0,0
    82,province,ท่าตัวอย่าง,Tha Tuayang,N,,tha-tuayang,ทต,TT,2,9,1,0
    83,province,ทุ่งลองดู,Thung Longdu,N,,thung-longdu,ทล,TL,,,2,0
    84,province,นาทดลอง,Na Thotlong,N,,na-thotlong,นท,NT,,,0,1
    85,province,บ้านร่าง,Ban Rang,N,,ban-rang,บร,BR,,,1,1
    86,province,ปากแบบ,Pak Baep,S,,pak-baep,ปบ,PB,,,2,1
    87,province,เกาะว่าง,Ko Wang,S,,ko-wang,กว,KW,,,1,2
    8101,district,เมืองดอนสมมุติ,Mueang Don Sommut,81,,mueang-don-sommut,,,,,,
    8102,district,แม่ร่าง,Mae Rang,81,,mae-rang,,,,,,

    """,
    "content/data/proposals.csv": """
    id,set,set@en,number,title,title@en,ask,ask@en,presented_on,topics,source
    land,เวทีสมมุติ,Forum of Make-believe,1,ขอที่ดินว่างทำสวน,Vacant land for gardens,ขอที่ดินว่างทำสวน,Vacant land for gardens,2024-01-20,gardens,almanac
    water,เวทีสมมุติ,Forum of Make-believe,2,ขอน้ำถึงทุกแปลง,Water for every plot,ขอน้ำถึงทุกแปลง,Water for every plot,2024-01-20,water,almanac

    """,
    "content/data/datapackage.yaml": """
    name: sample
    title: {th: ข้อมูลสมมุติ, en: Made-up data}
    licenses: [{name: CC-BY-4.0, path: "https://creativecommons.org/licenses/by/4.0/"}]
    contributors: [{title: {th: สำนักสมมุติ, en: Office of Make-believe}, roles: [publisher]}]
    resources:
      - name: gardens
        path: gardens.csv
        title: {th: ทะเบียนสวน, en: Register of gardens}
        description: {th: หนึ่งแถวคือสวนหนึ่งแห่ง, en: One row is one garden}
        coverage: {status: partial, as_of: 2024-01-31}
        schema:
          primaryKey: id
          fields:
            - {name: id, title: {th: รหัส, en: Id}}
            - {name: name, title: {th: ชื่อ, en: Name}}
            - {name: "name@en", title: {th: ชื่ออังกฤษ, en: English name}}
            - {name: area, title: {th: พื้นที่, en: Area}}
            - {name: kind, title: {th: ที่ตั้ง, en: Place}, categories: [{value: school, label: {th: โรงเรียน, en: school}}, {value: temple, label: {th: วัด, en: temple}}]}
            - {name: opened, type: date, title: {th: เปิดเมื่อ, en: Opened}}
            - {name: people, type: integer, title: {th: คน, en: People}, unit: {th: คน, en: people}}

    """,
    "content/data/gardens.csv": """
    id,name,name@en,area,kind,opened,people
    g-1,สวนริมคลอง,Canal Garden,8101,school,2019-05-01,40
    g-2,สวนหลังวัด,Temple Garden,8101,temple,2020-02-15,25
    g-3,สวนโรงเรียน,School Garden,8102,school,2021-06-01,
    g-4,สวนท่าน้ำ,Pier Garden,82,temple,2022-01-10,18

    """,
    "content/data/indicators.csv": """
    id,name,name@en,description,description@en,unit,unit@en,unit_one@en,precision,stat_type,aggregation,topic,scope
    gardens.count,สวนชุมชน,Community gardens,สวนที่ชุมชนดูแลร่วมกัน,Gardens that a community keeps together,แห่ง,gardens,garden,0,count,sum,gardens,
    gardens.people,คนทำสวน,Gardeners,คนที่มีชื่อในสวน,People who are on a garden’s list,คน,people,person,0,count,none,gardens,
    gardens.share,ตำบลที่มีสวน,Subdistricts with a garden,,,%,%,%,1,percentage,none,gardens,
    gardens.money,เงินกองกลาง,Common money,,,บาท,baht,baht,0,sum,none,gardens,
    water.wells,บ่อน้ำ,Wells,,,บ่อ,wells,well,0,count,none,water,
    club.members,สมาชิกชมรม,Members of the club,,,คน,people,person,0,count,none,gardens,club
    gardens.zones,สวนรายเขต,Gardens by zone,,,แห่ง,gardens,garden,0,count,none,gardens,

    """,
    "content/data/observations.csv": """
    indicator,area,as_of,as_of_basis,value,bound,status,source,quote,rank,rank_reason,rank_reason@en,note,note@en
    gardens.count,81,2019,stated,12,,A,almanac,,,,,,
    gardens.count,81,2021,stated,15,,A,almanac,,,,,,
    gardens.count,81,2023,stated,21,,A,almanac,,,,,,
    gardens.people,81,2023,stated,438,,A,almanac,,,,,,
    gardens.share,81,2023,stated,77.7,,A,almanac,,,,,,
    gardens.count,82,2019,stated,8,,A,almanac,,,,,,
    gardens.count,82,2021,stated,9,,A,almanac,,,,,,
    gardens.count,82,2023,stated,9,,A,almanac,,,,,,
    gardens.people,82,2023,stated,235,,A,almanac,,,,,,
    gardens.share,82,2023,stated,33.3,,A,almanac,,,,,,
    gardens.count,83,2019,stated,3,,A,almanac,,,,,,
    gardens.count,83,2021,stated,4,,A,almanac,,,,,,
    gardens.count,83,2023,stated,6,,A,almanac,,,,,,
    gardens.people,83,2023,stated,185,,A,almanac,,,,,,
    gardens.share,83,2023,stated,22.2,,A,almanac,,,,,,
    gardens.count,84,2019,stated,7,,A,almanac,,,,,,
    gardens.count,84,2021,stated,7,,A,almanac,,,,,,
    gardens.count,84,2023,stated,5,,A,almanac,,,,,,
    gardens.people,84,2023,stated,169,,A,almanac,,,,,,
    gardens.share,84,2023,stated,18.5,,A,almanac,,,,,,
    gardens.count,85,2019,stated,2,,A,almanac,,,,,,
    gardens.count,85,2021,stated,5,,A,almanac,,,,,,
    gardens.count,85,2023,stated,11,,A,almanac,,,,,,
    gardens.people,85,2023,stated,272,,A,almanac,,,,,,
    gardens.share,85,2023,stated,40.7,,A,almanac,,,,,,
    gardens.count,86,2019,stated,9,,A,almanac,,,,,,
    gardens.count,86,2021,stated,9,,A,almanac,,,,,,
    gardens.count,86,2023,stated,14,,A,almanac,,,,,,
    gardens.people,86,2023,stated,324,,A,almanac,,,,,,
    gardens.share,86,2023,stated,51.8,,A,almanac,,,,,,
    gardens.count,81,2023,stated,24,,A,survey,,,,,,
    gardens.people,TH,2023,stated,1500,more_than,A,almanac,,,,,,
    gardens.people,TH,2021,stated,1100,,A,almanac,,,,,,
    gardens.people,TH,2019,stated,800,,A,almanac,,,,,,
    gardens.share,TH,2023,stated,38.5,,A,almanac,,,,,,
    gardens.money,81,2023,stated,1250000,,A,almanac,,,,,,
    water.wells,81,2022,stated,40,about,A,survey,,,,,,
    water.wells,87,,unknown,,,O,survey,,,,,ยังไม่มีใครนับ,Nobody has counted them yet
    club.members,81,2023,stated,120,,A,survey,,,,,,
    gardens.zones,Z-1,2023,stated,35,,A,almanac,,,,,,
    gardens.zones,Z-2,2023,stated,17,,A,almanac,,,,,,
    gardens.zones,Z-3,2023,stated,14,,A,almanac,,,,,,

    """,
    "content/data/organisations.csv": """
    id,name,name@en,area,members_count,source
    club,ชมรมสวน,Garden club,81,120,survey
    office,สำนักสมมุติ,Office of Make-believe,,,almanac

    """,
    "content/data/reconciliations.csv": """
    id,indicator,area,sources,cause,status,reason,reason@en,asked,asked@en,asked_on
    r1,gardens.count,81,almanac;survey,different_definition,open,แบบสำรวจนับแปลงเล็กด้วย,The survey counts small plots as well,สำนักสมมุติ,Office of Make-believe,2024-03-01

    """,
    "content/data/sources.csv": """
    id,title,title@en,producer,producer@en,url,date_published,date_accessed
    almanac,สมุดสถิติสมมุติ,Almanac of Make-believe,สำนักสมมุติ,Office of Make-believe,https://almanac.example/,2023-06-01,2024-01-15
    survey,แบบสำรวจสมมุติ,Survey of Make-believe,ชมรมสมมุติ,Club of Make-believe,,2023-09,2024-02-01

    """,
  ]
}
