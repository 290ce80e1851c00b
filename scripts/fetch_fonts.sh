#!/usr/bin/env bash
# Rebuilds practice/static/fonts from the published open-font packages. Run from the repository root with
# npm on the path and fonttools in the interpreter named by $PYTHON. Nothing at run time depends on this:
# the faces are committed, and practice/static/VENDORED.json pins each by checksum.
set -euo pipefail

python=${PYTHON:-python}
out=$PWD/practice/static/fonts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

noto="noto-sans noto-sans-arabic noto-sans-armenian noto-sans-bengali noto-sans-devanagari noto-sans-ethiopic
noto-sans-georgian noto-sans-hebrew noto-sans-kr noto-sans-sc noto-sans-symbols noto-sans-symbols-2 noto-sans-tamil
noto-sans-thai noto-emoji"

cd "$work"
npm init -y >/dev/null
for family in source-sans-3 source-serif-4 $noto; do
  npm install --ignore-scripts --no-audit "@expo-google-fonts/$family@0.4" >/dev/null
done
npm install --ignore-scripts --no-audit @fontsource/source-sans-3@5.3.1 @fontsource/source-serif-4@5.3.1 >/dev/null

ttf() { # family, weight folder, name of the committed file
  cp "node_modules/@expo-google-fonts/$1/$2"/*.ttf "$out/pdf/$3.ttf"
  cp "node_modules/@expo-google-fonts/$1/LICENSE_FONT" "$out/pdf/OFL-$1.txt"
}

mkdir -p "$out/pdf" "$out/web"
ttf source-sans-3 400Regular source-sans-3-400
ttf source-sans-3 400Regular_Italic source-sans-3-400-italic
ttf source-sans-3 600SemiBold source-sans-3-600
ttf source-sans-3 700Bold source-sans-3-700
ttf source-serif-4 600SemiBold source-serif-4-600
ttf source-serif-4 700Bold source-serif-4-700
for family in $noto; do ttf "$family" 400Regular "$family-400"; done
for family in noto-sans-arabic noto-sans-devanagari noto-sans-hebrew; do ttf "$family" 700Bold "$family-700"; done

# The Simplified Chinese face already holds Han and kana, so of the Korean one only Hangul is kept.
"$python" -m fontTools.subset "$out/pdf/noto-sans-kr-400.ttf" --output-file="$work/kr.ttf" \
  --unicodes=U+0020,U+1100-11FF,U+3130-318F,U+AC00-D7A3 --layout-features='*' --notdef-outline
mv "$work/kr.ttf" "$out/pdf/noto-sans-kr-400.ttf"
chmod 644 "$out"/pdf/*

for subset in latin latin-ext; do
  for face in 400-normal 600-normal 400-italic; do
    cp "node_modules/@fontsource/source-sans-3/files/source-sans-3-$subset-$face.woff2" "$out/web/"
  done
  cp "node_modules/@fontsource/source-serif-4/files/source-serif-4-$subset-600-normal.woff2" "$out/web/"
done
cp node_modules/@fontsource/source-sans-3/LICENSE "$out/web/OFL-source-sans-3.txt"
cp node_modules/@fontsource/source-serif-4/LICENSE "$out/web/OFL-source-serif-4.txt"
