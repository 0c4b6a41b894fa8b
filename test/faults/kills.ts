const { KILLS = '50' } = process.env

/** How often something is killed: fifty times, or as often as KILLS says. */
export const kills = Number(KILLS)
