/** What the terminal shows when the demo runs. */
export const showDemo = ({ url, portal, mail, admin, guests }) => {
  const people = guests.map(({ name, login, password, keyLink, accessTypes, projects }) =>
    [
      `  ${name} (projects: ${projects.length}): ${accessTypes.join(', ') || 'no access type'}`,
      ...(login && password ? [`    ${login} / ${password}`] : []),
      `    ${keyLink}`,
    ].join('\n')
  );
  return `
  Admin panel   ${url}/admin
                ${admin.email} / ${admin.password}
  Guest portal  ${portal}
  Mail          ${mail.web}

  Guests, with their logins and the links that let them in:
${people.join('\n')}

  All of it: playground/.tmp/demo.json      Ctrl-C ends the demo.
`;
};
