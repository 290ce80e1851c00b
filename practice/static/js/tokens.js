// The page's CSRF token, and how to renew it after the person has signed in again in another window.

const tokenMeta = () => document.querySelector('meta[name="csrf-token"]');

export function csrfToken() {
  return tokenMeta()?.content ?? document.querySelector('input[name="csrf_token"]')?.value ?? "";
}

// Reads this same page again for a fresh token. Answers false while nobody, or somebody else, is signed in: then the
// page is refused or belongs to another person, and nothing typed here may be sent under that name.
export async function renewCsrfToken() {
  try {
    const answer = await fetch(window.location.href, { credentials: "same-origin", cache: "no-store" });
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector('meta[name="csrf-token"]')?.content;
    const samePerson = page.body.dataset.person === document.body.dataset.person;
    if (!fresh || !samePerson) return false;
    if (tokenMeta()) tokenMeta().content = fresh;
    for (const input of document.querySelectorAll('input[name="csrf_token"]')) input.value = fresh;
    return true;
  } catch {
    return false;
  }
}
