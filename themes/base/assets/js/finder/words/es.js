// Words that say nothing about what. `asks`: they ask, or hold a sentence together; `not`: what comes after is not wanted,
// unless one of `only` stands between; `or`: either fits; a number before one of `units` or after one of `since` asks too; `free` and
// `remote`: what somebody is. The indexer reads this very text (src/finder/speech.rs).
export const WORDS_ES = {
  "asks": "el los las una unos unas y con por para del quien quienes donde como esta estan hay tiene tienen puede pueden yo nosotros alguien persona busco buscar conoce sabe necesito ayuda ayudar experiencia especialista habla vive trabaja todos todas mas menos nivel ahora pero estoy solo desde provincia region",
  "not": "sin no excepto salvo",
  "or": "o u ni",
  "only": "solo solamente experiencia conocimiento como que bastante",
  "units": "ano anos hora horas semana semanas mes meses dias",
  "since": "desde",
  "free": "disponible disponibles",
  "remote": "remoto distancia"
};
