import t from 'tap'
import { openStore } from '../../../../src/db/store.js'
import { participantNames } from '../../../../src/tables/collection/names/names.js'
import { seededDatabase } from '../../../fixtures/seeded.js'

const named = openStore(seededDatabase(t)).participants.named()
const names = participantNames(named)

/** Names in the style of each publisher, as `CODE name | name`. */
const styles: Record<string, string> = {
  'World Bank': `
    ARE United Arab Emirates
    ATG Antigua and Barbuda
    BHS Bahamas, The
    BIH Bosnia and Herzegovina
    BRN Brunei Darussalam
    CAF Central African Republic
    CIV Cote d'Ivoire
    COD Congo, Dem. Rep.
    COG Congo, Rep.
    CPV Cabo Verde
    CUW Curacao
    CZE Czechia
    DEU Germany
    EGY Egypt, Arab Rep.
    FRO Faroe Islands
    FSM Micronesia, Fed. Sts.
    GBR United Kingdom
    GMB Gambia, The
    HKG Hong Kong SAR, China
    IRN Iran, Islamic Rep.
    KGZ Kyrgyz Republic
    KNA St. Kitts and Nevis
    KOR Korea, Rep.
    LAO Lao PDR
    LCA St. Lucia
    MAC Macao SAR, China
    MKD Macedonia, FYR | North Macedonia
    MMR Myanmar
    PNG Papua New Guinea
    PRK Korea, Dem. People's Rep. | Korea, Dem. People’s Rep.
    RUS Russian Federation
    SOM Somalia, Fed. Rep.
    STP Sao Tome and Principe
    SVK Slovak Republic
    SWZ Eswatini
    SXM Sint Maarten (Dutch part)
    SYR Syrian Arab Republic
    TUR Turkiye
    TZA Tanzania
    USA United States
    VCT St. Vincent and the Grenadines
    VEN Venezuela, RB
    VGB British Virgin Islands
    VNM Viet Nam
    YEM Yemen, Rep.`,
  ISO: `
    BOL Bolivia (Plurinational State of) | Bolivia, Plurinational State of
    BHS Bahamas (the)
    CAF Central African Republic (the)
    COD Congo (the Democratic Republic of the) | Congo, Democratic Republic of the
    COG Congo (the)
    COK Cook Islands (the)
    COM Comoros (the)
    CYM Cayman Islands (the)
    DOM Dominican Republic (the)
    FRO Faroe Islands (the)
    FSM Micronesia (Federated States of) | Micronesia, Federated States of
    GBR United Kingdom of Great Britain and Northern Ireland (the)
    GMB Gambia (the)
    IMN Isle of Man
    IRN Iran (Islamic Republic of) | Iran, Islamic Republic of
    KOR Korea (the Republic of) | Korea, Republic of
    LAO Lao People's Democratic Republic (the)
    MDA Moldova (the Republic of) | Moldova, Republic of
    MHL Marshall Islands (the)
    MKD Macedonia, the former Yugoslav Republic of
    NER Niger (the)
    NLD Netherlands (Kingdom of the) | Netherlands (the)
    PHL Philippines (the)
    PRK Korea (the Democratic People's Republic of) | Korea, Democratic People's Republic of
    PSE Palestine, State of | Palestinian Territory, Occupied
    RUS Russian Federation (the)
    SDN Sudan (the)
    SXM Sint Maarten (Dutch part)
    SYR Syrian Arab Republic (the)
    TCA Turks and Caicos Islands (the)
    TZA Tanzania, the United Republic of | Tanzania, United Republic of
    USA United States of America (the)
    VAT Holy See (the) | Holy See (Vatican City State)
    VEN Venezuela (Bolivarian Republic of) | Venezuela, Bolivarian Republic of
    VGB Virgin Islands (British) | Virgin Islands, British
    VNM Viet Nam
    ARE United Arab Emirates (the)
    CIV Côte d'Ivoire
    CUW Curaçao
    TLS Timor-Leste
    TUR Türkiye`,
  'OWID and Natural Earth': `
    BIH Bosnia and Herz.
    BRN Brunei
    CAF Central African Rep.
    CIV Cote d'Ivoire
    COD Democratic Republic of Congo | Dem. Rep. Congo
    COG Congo
    COK Cook Is.
    CPV Cape Verde
    CSK Czechoslovakia
    CUW Curacao
    CZE Czechia | Czech Rep.
    DDR East Germany
    DEU West Germany | Germany
    DOM Dominican Rep.
    FRO Faeroe Islands | Faeroe Is.
    FSM Micronesia (country)
    GBR United Kingdom
    GNB Guinea-Bissau
    GNQ Eq. Guinea
    IRN Iran
    KNA St. Kitts and Nevis
    KOR South Korea
    LAO Laos
    MAC Macao
    MDA Moldova
    MHL Marshall Is.
    MKD North Macedonia
    PRK North Korea
    PSE Palestine
    RUS Russia | USSR
    SLB Solomon Is.
    SSD S. Sudan
    STP Sao Tome and Principe | São Tomé and Principe
    SWZ eSwatini
    SYR Syria
    TCA Turks and Caicos Is.
    TLS East Timor
    TUR Turkey
    TZA Tanzania
    USA United States | United States of America
    VAT Vatican
    VCT St. Vin. and Gren.
    VGB British Virgin Is.
    VNM Vietnam
    YEM Yemen Arab Republic
    YMD Yemen People's Republic`,
  Wikipedia: `
    BHS The Bahamas
    CHN People's Republic of China
    CIV Ivory Coast
    COD DR Congo | Democratic Republic of the Congo
    COG Republic of the Congo | Congo-Brazzaville
    CSK Czech and Slovak Federal Republic
    CZE Czech Republic
    DEU Federal Republic of Germany | Germany, Federal Republic of
    DNK Kingdom of Denmark
    EUE EU | E.U. | European Union (EU)
    FSM Federated States of Micronesia
    GBR UK | U.K. | Great Britain
    GEO Georgia (country)
    GMB The Gambia
    GUY Co-operative Republic of Guyana
    HKG Hong Kong, China
    IRL Republic of Ireland | Ireland
    IRN Islamic Republic of Iran
    KGZ Kyrgyz Rep.
    KHM Kingdom of Cambodia
    KOR South Korea | Korea, South | Korea South | ROK
    LBY Libyan Arab Jamahiriya
    MKD Republic of Macedonia | Macedonia
    MMR Burma | Myanmar (Burma)
    NLD Kingdom of the Netherlands | Holland
    PRK DPRK | D.P.R.K. | Korea (North)
    PSE State of Palestine | Palestine (State of)
    RUS Soviet Union | U.S.S.R.
    SRB Serbia & Montenegro | FR Yugoslavia
    SWZ Swaziland | Eswatini (formerly Swaziland)
    TTO Trinidad & Tobago | Trinidad and Tobago
    TUR Republic of Türkiye | Türkiye (Turkey)
    TZA United Republic of Tanzania
    USA USA | U.S.A. | U. S. A. | US | U.S. | The United States | United States (USA)
    ARE UAE | U.A.E. | United Arab Emirates (UAE)
    COD DRC | D.R.C. | D.R. Congo | Congo, Democratic Republic of
    VAT Vatican City
    VNM Socialist Republic of Vietnam
    YUG SFR Yugoslavia
    CZE Czechia / Czech Republic
    FRA France (FRA)
    WSM Samoa`,
  French: `
    ARE Émirats arabes unis
    BLR Biélorussie
    BOL Bolivie
    CAF République centrafricaine
    CIV Côte d’Ivoire
    COD République démocratique du Congo | Congo (République démocratique du) | RDC | Congo, Rép. dém. du
    COG République du Congo | Congo, République du
    CPV Cap-Vert
    CZE République tchèque | Rép. tchèque
    DEU Allemagne
    DOM République dominicaine
    ESP Espagne
    FSM Micronésie (États fédérés de)
    GBR Royaume-Uni
    GIN Guinée
    GNB Guinée-Bissau
    GNQ Guinée équatoriale
    GRC Grèce
    IRN Iran (République islamique d’)
    KHM Cambodge
    KOR Corée du Sud | République de Corée | Corée, République de
    LAO République démocratique populaire lao
    MDA Moldavie | République de Moldova
    MKD Macédoine du Nord
    MMR Birmanie
    NLD Pays-Bas
    PRK Corée du Nord | République populaire démocratique de Corée | Corée, Rép. pop. dém. de
    PSE État de Palestine | Palestine, État de
    RUS Russie | Fédération de Russie
    SAU Arabie saoudite
    SVK République slovaque
    SYR Syrie | République arabe syrienne
    TLS Timor oriental
    TTO Trinité-et-Tobago
    TUR Turquie
    TZA Tanzanie
    UKR Ukraine
    USA États-Unis | États-Unis d'Amérique | Etats Unis
    VAT Saint-Siège
    ZAF Afrique du Sud
    BFA Haute-Volta`,
  Spanish: `
    ARE Emiratos Árabes Unidos
    BLR Bielorrusia
    BTN Bután
    CAF República Centroafricana
    CIV Costa de Marfil
    COD República Democrática del Congo | Congo, República Democrática del
    COG República del Congo
    CZE República Checa
    DEU Alemania
    DJI Yibuti
    DOM República Dominicana
    ESP España
    FRA Francia
    GBR Reino Unido
    GIN Guinea
    GNQ Guinea Ecuatorial
    IRN Irán | República Islámica del Irán
    JPN Japón
    KAZ Kazajistán
    KEN Kenia
    KOR Corea del Sur | República de Corea
    LSO Lesoto
    MDA Moldavia
    MEX México
    MMR Birmania
    MWI Malaui
    NLD Países Bajos
    NZL Nueva Zelanda
    PNG Papúa Nueva Guinea | Papua Nueva Guinea
    PRK Corea del Norte
    PSE Palestina
    QAT Catar
    RUS Rusia
    RWA Ruanda
    SAU Arabia Saudita
    SSD Sudán del Sur
    SWZ Esuatini
    SYR Siria
    TUR Turquía
    USA Estados Unidos | EE. UU. | Estados Unidos de América
    ZAF Sudáfrica
    ZWE Zimbabue`,
  'the United Nations Treaty Series': `
    ALB People's Republic of Albania
    BEN Dahomey | People's Republic of Benin
    BFA Upper Volta
    BGR Bulgaria, People's Republic of
    BLR Byelorussian Soviet Socialist Republic | Byelorussian SSR
    CAF Central African Empire
    COD Zaire | Congo (Leopoldville)
    COG Congo (Brazzaville) | People's Republic of the Congo
    CPV Cape Verde
    CSK Czechoslovak Socialist Republic
    DDR German Democratic Republic
    ETH Abyssinia
    FJI Fiji Islands
    HUN Hungarian People's Republic
    IRL Irish Free State
    IRN Persia
    JOR Transjordan
    KHM Khmer Republic | Democratic Kampuchea | Kampuchea, Democratic
    KNA Saint Christopher and Nevis
    LBY Libyan Arab Republic | Socialist People's Libyan Arab Jamahiriya
    LKA Ceylon
    MDG Malagasy Republic
    MDV Maldive Islands
    MKD The former Yugoslav Republic of Macedonia
    MMR Burma | Union of Burma | Burma, Union of
    MNG Mongolian People's Republic
    MOZ People's Republic of Mozambique
    MYS Federation of Malaya | Malaya, Federation of
    OMN Muscat and Oman
    POL Polish People's Republic
    ROU Romania, Socialist Republic of | Roumania
    RUS Union of Soviet Socialist Republics
    SDN Democratic Republic of the Sudan
    SOM Somali Democratic Republic
    SRB Yugoslavia (Federal Republic of) | Federal Republic of Yugoslavia
    SUR Surinam
    SWZ Swaziland, Kingdom of
    THA Siam
    UKR Ukrainian SSR
    WSM Western Samoa
    YEM Yemen Arab Republic
    YMD Democratic Yemen | Yemen, Democratic | Yemen, People's Democratic Republic of | South Yemen
    YUG Yugoslavia (Socialist Federal Republic of) | Yugoslavia, Socialist Federal Republic of
    ZAF Union of South Africa`,
}

for (const [style, lines] of Object.entries(styles))
  t.test(`names as ${style} writes them`, async (t) => {
    const rows = lines.trim().split(/\n\s*/)
    t.ok(rows.length >= 40)
    for (const row of rows)
      for (const name of row.slice(4).split(' | ')) t.equal(names.codeOf(name), row.slice(0, 3), name)
  })

/** Names of two States, of none in the record, and of no State. */
const unknown = `
  Korea | Corée | Corea | Yugoslavia | Virgin Islands | Virgin Islands (U.S.) | American Samoa | Samoa, American
  Republic of China | China, Republic of | Taiwan | Taiwan, Province of China | Republic of Vietnam
  Viet Nam, Republic of | Vietnam (Republic of) | Democratic Republic of Viet-Nam | Northern Ireland
  Ireland, Northern | West Bank and Gaza | Kosovo | Western Sahara | Puerto Rico (US) | Somaliland | United Arab Republic
  Tanganyika | Zanzibar | Gold Coast | Southern Rhodesia | Northern Cyprus | Congo (COD) | Serbia (formerly Yugoslavia)
  É.-U. | America | Islands | The | Republic | Republic of | Democratic Republic | Saint Martin | Guinea Bissau Republic
  World | Atlantis | Total | Sum | Source: UN`

t.test('names that must stay unknown', async (t) => {
  for (const name of unknown.trim().split(/\s*[|\n]\s*/)) t.equal(names.codeOf(name), undefined, name)
})

/** Names of different States that look alike. */
const lookAlike = [
  ['Niger', 'Nigeria'],
  ['Guinea', 'Guinea-Bissau', 'Equatorial Guinea', 'Papua New Guinea'],
  ['Dominica', 'Dominican Republic'],
  [
    'Congo',
    'Democratic Republic of the Congo',
    'Congo, Rep.',
    'Congo, Dem. Rep.',
    'Congo Dem Rep',
    'DR Congo',
  ],
  [
    'Republic of Korea',
    "Democratic People's Republic of Korea",
    'South Korea',
    'North Korea',
    'Korea, Rep.',
    "Korea, Dem. People's Rep.",
    'Corée du Sud',
    'Corée du Nord',
  ],
  ['Sudan', 'South Sudan'],
  ['Samoa', 'American Samoa', 'Samoa, American'],
  ['Ireland', 'Northern Ireland', 'Iceland'],
  ['Slovakia', 'Slovenia'],
  ['Austria', 'Australia'],
  ['Iran', 'Iraq'],
  ['Mali', 'Malawi', 'Maldives', 'Malta'],
  ['Mauritania', 'Mauritius'],
]

/** Every text with one letter left out, doubled, swapped with the next or replaced. */
const withOneTypo = (name: string): string[] =>
  [...name].flatMap((letter, at) => {
    const [before, after] = [name.slice(0, at), name.slice(at + 1)]
    const swapped = after === '' ? [] : [before + after[0] + letter + after.slice(1)]
    const others = [...'abcdefghijklmnopqrstuvwxyz .,'].map((other) => before + other + after)
    return [before + after, before + letter + letter + after, ...swapped, ...others]
  })

t.test('names that look alike are never taken for each other, with a typo neither', async (t) => {
  const spelt = new Set(named.flatMap((one) => one.names).map((name) => name.toLowerCase()))
  for (const alike of lookAlike)
    for (const name of alike) {
      const code = names.codeOf(name)
      const wrong = withOneTypo(name).filter((typo) => ![undefined, code].includes(names.codeOf(typo)))
      // Iran with a “q” is Iraq.
      t.strictSame(
        wrong.filter((typo) => !spelt.has(typo.toLowerCase())),
        [],
        name,
      )
    }
})
