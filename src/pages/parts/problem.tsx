import { Frame } from '../frame/frame.js'

interface Props {
  /** The line above the title. */
  readonly eyebrow: string
  readonly title: string
  readonly detail: string
}

// Links keep no day, because the day may be the problem.
const address = { path: '', query: {} }

/** Says what went wrong, with links to go on. It reads nothing from the record. */
export const ProblemPage = ({ eyebrow, title, detail }: Props) => (
  <Frame title={title} address={address} json={null}>
    <section class="opening">
      <p class="eyebrow">{eyebrow}</p>
      <h1>{title}</h1>
      <p class="lead">{detail}</p>
      <p class="doors">
        <a href="/">Home</a>
        <a href="/states">Every State</a>
        <a href="/instruments">Every instrument</a>
        <a href="/outstanding">What is left to ratify</a>
      </p>
    </section>
  </Frame>
)
