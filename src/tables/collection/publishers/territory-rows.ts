import { folded } from '../plain-text.js'

/**
 * Parts of the Kingdom of the Netherlands, and territories of other States, as the rows of a table name them. They never act
 * for the State.
 */
const territories = new RegExp(
  `^(?:the )?(?:${[
    'netherlands (?:antilles|in europe|bonaire|sint eustatius|saba|aruba|curacao|sint maarten|(?:european|caribbean) part).*',
    'nederland (?:in europa|bonaire|sint eustatius|saba|europees deel|caribisch deel).*|nederlandse antillen',
    'aruba|curacao|sint maarten(?: dutch part)?|bonaire|saba|sint eustatius|bes islands|caribbean netherlands|suriname before 1975|netherlands new guinea',
    'man isle of|isle of man|jersey|guernsey|alderney|sark|channel islands|gibraltar|bermuda|anguilla|montserrat|cayman islands|british virgin islands|virgin islands british',
    'turks and caicos islands|falkland islands(?: malvinas)?|saint helena.*|st helena.*|ascension|tristan da cunha|pitcairn.*|akrotiri and dhekelia|british antarctic territory|british indian ocean territory|south georgia.*',
    'faroe islands|faeroe islands|faroes|greenland|aland islands|svalbard.*|new caledonia|french polynesia|wallis and futuna.*|mayotte|saint pierre and miquelon|guadeloupe|martinique|french guiana|reunion',
    'hong ?kong.*|china hong ?kong.*|china maca[ou].*|maca[ou].*',
    'puerto rico|guam|american samoa|northern mariana islands|us virgin islands|virgin islands us|united states virgin islands|tokelau|norfolk island|christmas island|cocos islands',
  ].join('|')})$`,
)

/** Whether the name of a row is that of a territory: “Man, Isle of”, “Netherlands (Bonaire)”. */
export const isTerritory = (name: string): boolean =>
  territories.test(
    folded(name)
      .replace(/[,().*\d]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
