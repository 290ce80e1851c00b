// The page's CSRF token, and how to renew it after the same person has signed in again.

const tokenMeta = () => document.querySelector('meta[name="csrf-token"]');

export function csrfToken() {
  return tokenMeta()?.content ?? document.querySelector('input[name="csrf_token"]')?.value ?? "";
}

export function setCsrfToken(token) {
  if (tokenMeta()) tokenMeta().content = token;
  for (const input of document.querySelectorAll('input[name="csrf_token"]')) input.value = token;
}

// What the server says of the session there is now: its token, and a mark of whose it is ("" while nobody is signed in).
export async function currentSession() {
  const answer = await fetch(document.body.dataset.againUrl, { credentials: "same-origin", cache: "no-store" });
  return answer.ok && !answer.redirected ? answer.json() : { csrf_token: "", person: "" };
}

// Answers false while nobody, or somebody else, is signed in: nothing typed here may be sent under that name.
export async function renewCsrfToken() {
  try {
    const now = await currentSession();
    if (!now.csrf_token || now.person !== document.body.dataset.person) return false;
    setCsrfToken(now.csrf_token);
    return true;
  } catch {
    return false;
  }
}
