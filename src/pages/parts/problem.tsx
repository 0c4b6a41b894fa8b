interface Props {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly style: string
}

/** What went wrong, in words, and where to go from there. It rests on no reading of the record. */
export const ProblemPage = ({ status, title, detail, style }: Props) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title} · Treaty ratification status</title>
      <link rel="stylesheet" href={style} />
    </head>
    <body>
      <header class="site">
        <div class="bar">
          <a class="name" href="/">
            Treaty ratification status
          </a>
        </div>
      </header>
      <main id="main">
        <section class="opening">
          <p class="eyebrow">{status}</p>
          <h1>{title}</h1>
          <p class="lead">{detail}</p>
          <p class="doors">
            <a href="/">Home</a>
            <a href="/search">Every State</a>
            <a href="/outstanding">What is left to ratify</a>
          </p>
        </section>
      </main>
    </body>
  </html>
)
