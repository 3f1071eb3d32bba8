<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>About</name>
    <message>
        <source>About GAN Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run, steer, paint with, edit with and train generative adversarial networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the MIT licence, without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python, Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Batch of seeds...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many seeds into a folder, each a picture of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;film...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From A to B, along the key frames, or what was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;latent...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers that the picture is drawn from, for NumPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ope&amp;n latents...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One becomes source A, several become key frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Walk on the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dragging the picture walks from face to face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Snap to seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recentre the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The present place in the middle of the map of seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play or stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key frames where they are shown, else from A to B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play &amp;on until stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To and fro; a closed path round and round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A strip of faces, and the way from one to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add key frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture as it is now, behind the chosen key frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;place key frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture as it is now in place of the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move key frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen one; Delete does it on the strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve key frames...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As JSON; a drop of the file on the window opens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;latents of the key frames...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All in one file, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model, or a picture that carries its recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save picture...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As PNG with its recipe inside, as JPEG or WebP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Grid of seeds...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many seeds side by side in one picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recipe inside PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved PNG files restore everything when dropped here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve preset...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the settings a name, or their look alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pr&amp;esets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manage presets...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename and delete them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H&amp;istory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the strip under the picture, with all its settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Star chosen pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the strip: S, or the corner of a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare by &amp;wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two chosen pictures, or one with the present one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete chosen pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the strip: Delete; undo brings them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to the strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows choose, Enter restores all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred &amp;pictures alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those without a star are hidden, not gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;how the strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the clipboard, with its recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copied picture with its recipe, or files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Throw the dice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;wap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the &amp;whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All models: open, import, rename, delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import models...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several model files at once into the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open from the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport model...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To a file of its own, with its directions, or to ONNX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New random network...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try everything without any file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model was trained on, and what is wrong with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show models &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where opened model files are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep memory for speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws up to twice as fast; from the next start on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel what runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where nothing runs, it dismisses the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Training panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How to train...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About GAN Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along which the faces of this model differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction from &amp;pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From some that have something and some that have not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as &amp;with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as with&amp;out it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for pictures that do not have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sliders to 0; the list stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command palette...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything that the menus offer by a few letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style &amp;mix sheet...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources A and B across each other; a click opens a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare families...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z and w, growth, noise, and all models side by side</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops what is running; what is done stays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>After the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Applies</name>
    <message>
        <source>No model is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no average latent, so psi and cutoff have nothing to pull to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} adds no noise to its layers, so there is none to set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no style layers, so there is nothing to mix.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Pictures with a recipe (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model or an exported picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add models to the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models, ours or ONNX (*.safetensors *.onnx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 (*.mp4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIF (*.gif)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>APNG (*.apng)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder for the pictures (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save latents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latents, as NumPy or JSON (*.npy *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save key frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key frames (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latents (*.npy *.npz *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open latents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, with its recipe (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG (*.jpg *.jpeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebP (*.webp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models and pictures (*.safetensors *.pkl *.pt *.pth *.bin *.model *.png *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pkl *.pt *.pth *.bin *.model)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>There is no picture yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch of seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {count} pictures in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Batch of seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}, {seed}, {index} and {psi} are filled in; {seed:06} adds zeros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pictures would get the same name: use {seed} or {index}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures with everything but the seed as it is set now: {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures with everything but the seed as it is set now: {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of these files are there already and will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassBox</name>
    <message>
        <source>choose a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Compare families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the numbers of z is swept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far it is swept to each side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncation, noise, mix, directions, growth and A › B as at first; seeds stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of its classes the model draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Psi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncation: 0 is the average face, 1 is as trained, more is stranger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cutoff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncate only this many layers, from the coarsest on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix A › B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the mix: all of A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Picture of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed 0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceChoice</name>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute pictures here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DirectionRow</name>
    <message>
        <source>Keep it in the list of this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far along it; a step is {step:.2f} long. Double-click resets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal component of the latents (GANSpace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in the network&apos;s weights (SeFa)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From pictures without it to pictures with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came with the recipe and is not in your list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click or F2 renames it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate, for other layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Directions</name>
    <message>
        <source>Reset directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no mapping network, so PCA has nothing to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more came with this picture and move it, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directions found: {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These directions are in the list already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DirectionsSection</name>
    <message>
        <source>Directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the directions: go along none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. Find some, or make one from pictures that you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From kept pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By PCA or SeFa, computed once for each model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name what some pictures have and others have not, and get a slider for it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorBar</name>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the sentence and its detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n before</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copy detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong inside GAN Studio; what you made is still here. ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, {path} was not written; make room or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a command; `ganstudio --help` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option} takes one seed, not {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--grid {text} is no size; write columns x rows, such as 8x8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--grid {text} has more than {most_seeds} places; choose a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option}: {text!r} is no number and no range; write {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option}: the range {text} runs backwards; write {last}-{first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option} must be a number from {low:.9g} to {high:.9g}, not {text!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option}: seeds go from 0 to {last_seed}, {last} is beyond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option} {text} names more than {most_seeds} seeds; choose fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option}: a model of {size} pixels has no {name} layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} has no style layers, so {option} cannot name some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option}: the layers {text} do not follow each other; write such as 4-7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--direction {text!r} says no amount; write NAME=AMOUNT, such as smile=1.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {model} has no direction called {name!r}; it has {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option}: the style layers go from 0 to {sizes}, {last} is beyond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--fit {fit} is none; choose one of {fits}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--output {output} must end in .zip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size {text} is none: write a side such as 64, or WIDTHxHEIGHT, 4 to 4096.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--layers goes with --method sefa; pca looks at all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no directions to draw; --method pca finds some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directions in {path} are of another model: {name} needs {dim} numbers each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latents end in .npy or .json, so {output} is none; leave out --seeds and --recipe to export the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose latents? Name --seeds or --recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{recipes} pictures do not fit into {output}: add --grid, name a folder that is there, or put {{seed}} into the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name either --seeds or --latents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture on this sheet to start from; choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--grid {grid} has room for {places} of the {wanted} seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} has no style layers, so it cannot mix faces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{output}: fields such as {{seed}} belong into the file&apos;s name, not its folder&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mix takes either --a, --b and --layers, or --rows, --columns and --styles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} has {has}, so --label {label} is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device {device!r} here; choose one of {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device {device} cannot be used: {missing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--space z goes between two faces that differ in nothing but their seed; leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A path has 2 to {most} key frames, and here is {count}; name more seeds or files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} has classes that label maps cannot hold; they may be at most {most}, with ids from 0 to 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{classes} in {source} is damaged or not as it should be: {why}. Mend or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CIFAR-10 has no part {split!r}; it has train and test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layout {layout!r}; choose one of {layouts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is not laid out as {layout}: {why}. Choose another layout, or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is not there; choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provenance} in {source} is damaged, so nobody knows which pictures to leave out; mend or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no fit {fit!r}; choose one of {fits}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} takes {need:.0f} GB decoded at {size} px, which neither the disk of the cache nor the memory has; make room, choose a smaller size, or pack it as shards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} has {found} pictures that can be read; training needs two or more files of {suffixes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures could not be kept decoded in {folder}: {why}. They are decoded anew at each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is damaged or cut short; get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is locked with a password; unpack it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is neither a folder nor a zip of pictures; choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{dataset} in {source} is damaged or not as it should be: {why}. Mend or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no procedural {kind!r}; write procedural:shapes or procedural:scenes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} has no picture that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} names no shards; write such as x-{{00..09}}.tar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is no address of shards that GAN Studio reads: it takes files and {schemes}, and starts no programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shards come as they lie, so their classes cannot be balanced; switch that off, or use a folder or zip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shards are read by the webdataset library, which is not here; install it with `pip install &apos;ganstudio[shards]&apos;`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shard {address} could not be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged or not as it should be: {why}. Mend or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} has no part {split!r}; it has {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} has no pictures that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt cannot start: {error}; install that library, README names the packages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display to open a window on; `ganstudio tour FOLDER` shows every view in pictures, and `ganstudio --help` lists what else works without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z, number {dimension}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, seed&#xa0;{seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w, the same way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w, number {dimension}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage} px, alpha {alpha}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strength {value:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z and w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same face, moved equally far: along one number of z, the same way straight in w, and along one number of w. Along z much changes at once and unevenly; in w less does, and more steadily. That is what the mapping network is for (StyleGAN, section 4, arXiv 1812.04948).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same face drawn with the layers up to each size, and half way while a size fades in. Pose and hair are there at 8 pixels; later layers only add detail (ProGAN, figures 1 and 2, arXiv 1710.10196).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same latent with other noise: the person stays, hair and skin move a little. The last column is white where the pictures of its row differ most (StyleGAN, figure 4, arXiv 1812.04948).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise per scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row changes the noise of one scale alone, in strength and then in seed; the last column is white where that shows most. Coarse noise makes large curls and moves the background, fine noise is hair and skin (StyleGAN, figure 5, arXiv 1812.04948).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seeds through every face model that came with the program; a seed is another face in each. Look at sharpness, at eyes and teeth, and at how unlike each other the faces are: from DCGAN (arXiv 1511.06434) to StyleGAN 2 (arXiv 1912.04958).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{family} adds no noise to its layers; choose a model of the StyleGAN families.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the models here has grown; open one of ProGAN or StyleGAN, or make a new random network of these families.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device {name!r} here; choose one from the Device menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} cannot be used. {missing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only Macs with an Apple GPU have MPS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No NVIDIA GPU with a working driver was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The installed torch is a build without CUDA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} has no mapping network, so its latents have no principal components; SeFa works with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} directions cannot be found at a time; choose 1 to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} has the style layers 0 to {styles}, so there is no layer {first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attribute needs pictures with it and pictures without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These pictures are not all of one model; choose some that are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures with and those without have the same mean, so there is no way from one to the other; choose others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first layer of {name} takes no latent, so it cannot be factorised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to draw on this sheet; choose at least one picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} has no style layers, so it cannot mix two faces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} has the style layers 0 to {styles}, so there is no layer {outside}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} grew by the stages {stages} pixels; there is none of {stage}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file holds at most {most} latents, not {count}; choose fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: latent {number} has the shape {shape}, and {model} takes {wanted}; it belongs to another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} must end in .safetensors or .onnx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder; name a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} does not exist; choose one that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A: {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B: {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latent has the shape {shape} and this model needs {shape2}; it belongs to another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a checkpoint, but of a network that this version does not know; it opens StyleGAN 2 (NVIDIA&apos;s stylegan2-ada, rosinality&apos;s and lucidrains&apos;), StyleGAN (rosinality&apos;s), ProGAN (pytorch_GAN_zoo) and DCGAN (PyTorch&apos;s examples).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session of last time is damaged, or a newer version wrote it: it was set aside as {aside}, and what could not be read begins as new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture of last time cannot be drawn; its recipe is kept in the history strip. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} has the classes 0 to {classes}; there is no class {label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The direction {name!r} has the shape {shape} and this model needs {shape2}; it belongs to another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is not enough for {task}; close other programs or choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} carries no recipe; only PNG pictures that GAN Studio exported do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture in the clipboard carries no recipe; only those that GAN Studio copied do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory of {device} is not enough for {model}; the CPU draws from now on. Choose the device again once it has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {format} picture has at most {longest} pixels a side, this one is {width} x {height}; export it as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipes of so many pictures do not fit into one PNG; choose fewer, or export as JPEG or WebP, which carry none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet {path} has no picture on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} carries no recipe; only PNG pictures that GAN Studio exported do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} {problem}; choose one that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder; name a file in it, such as {path2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} must end in .png, .jpg or .webp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text inside this PNG is damaged; export the picture again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a PNG picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet of {columns} x {rows} pictures would be {width} x {height} pixels large, which is too much; choose fewer pictures or a smaller gap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures of a sheet must be equally large; number {index} is {width} x {height} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet holds at most {most_cells} pictures, not {cells}; choose fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to film; choose at least one key frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film has at most {most} frames, not {frames}; make it shorter or choose fewer frames a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures of a film must be equally large, and here {first} draws {one} pixels and {second} {other}; choose a size for the film, which all are brought to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number} is {width} x {height} pixels large, the ones before are not; take out pictures of another shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film of {seconds:.0f} seconds at {fps:g} frames a second would have {steps} frames, more than {most}; make it shorter or choose fewer frames a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a path of GAN Studio, or it is damaged or comes from a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The WebP would be larger than 4 GB, which the format does not allow; choose smaller frames, a lower quality or MP4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kept picture {path} is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} must end in .npy or .json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no latent to write; choose at least one picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A .npy holds latents of one shape, and {first} has {one}, {second} {other}; write JSON, or one file for each model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} must be a .npy, .npz or .json file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many latents are too much for JSON; write a .npy file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no latents that can be used: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The installed PyAV has no encoder for MP4; reinstall `av`, or choose WebP or GIF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoder does not take these frames: {error}; choose another size or format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be the name of a file; choose a shorter and plainer pattern.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures {before} and {index} would both be called {name}; put {{index}} or {{seed}} into the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is there already; choose another folder or name, or allow overwriting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {pattern} has a brace too many or too few; write it as {{model}}-{{seed}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {pattern} has a sign that no file&apos;s name can have; leave out {signs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {pattern} has the field {{{field}}}, which is none; there are {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset {path} is damaged or comes from a newer version; delete the file, or put it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session would have {size} MB and cannot be saved, so the one before is kept; save the key frames as a file and remove some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session of last time is damaged or comes from a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a sheet of GAN Studio, or it is damaged or comes from a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is not enough for a sheet of {width} x {height} pixels; choose fewer pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film has {slowest:g} to {fastest:g} frames a second, not {fps:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} is not empty; name a new one for the frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is a file; name a new folder for the frames, or give the file an ending such as .mp4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film is 4 to {most} pixels large, not {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} must end in .gif, .webp, .apng or .mp4; a name without an ending is a folder for numbered frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A GIF shows at most {most:g} frames a second, not {fps:g}; choose fewer, or WebP or MP4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} does not fit the {title} {part} that it should hold: its weights {what}{more}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} has weights of a part {strange!r}, which no model has; get the file again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} contradicts itself: its card says {name} {value}, its generator {value2}; get the file again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} describes a {part} that cannot be built; get the file again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} has weights of a {part} that its card does not describe; get the file again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} holds a network of the family {family!r}, which this version does not know; it knows {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} says that {family} is of the kind {kind!r}, which it is not; get the file again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} was written by a newer GAN Studio (card version {version}, this one knows {version2}); update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} has a damaged card; get the file again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty; get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {name} has no checkpoint in it; looked for {suffixes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {name} has {latest} different checkpoints; open one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has more than 4 GB, which no model that fits here has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged or no model file; GAN Studio opens its own .safetensors, PyTorch checkpoints and StyleGAN 2 pickles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is a zip file, but not one that PyTorch wrote; unpack it and open the checkpoint inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is the model itself; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model with the digest {digest!r} has no directions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model can have {most} directions, not {count}; remove some first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directions in {source} are damaged or come from a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directions of this model could not be read, so the list begins anew; the file is kept as {aside}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed {seed} is not between 0 and {value}; choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is empty or cut short; get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is damaged or no model: its header would have {length} bytes; get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} has no card of GAN Studio, so it does not say what network it holds; open the checkpoint that it was made from instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: its weights do not fit the digest in its header; get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is damaged or no model: its header makes no sense; get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds a DCGAN&apos;s discriminator only; open its generator (netG).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds several generators ({generators}); save the one that is wanted in a file of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be opened: the settings beside it, {config}, are damaged; get them again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds several models ({models}); open one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} cannot be opened: this ProGAN was trained with classes, which its latent holds in a form that GAN Studio does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds the discriminator of a {title} only; open a file with its generator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} cannot be opened: it has {what}, which GAN Studio&apos;s {title} lacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} holds no {title} that GAN Studio knows: {name} is missing or of another shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} cannot be opened: it has {what}, which GAN Studio&apos;s StyleGAN 2 lacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} holds no StyleGAN 2 that GAN Studio knows: {name} is missing or of another shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} draws pictures of {size} pixels; GAN Studio opens models of up to {most_pixels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} draws pictures of {generator} colour channels; GAN Studio shows those of 1 or 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model called {name!r} here; open its file, or take one of those that are here: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not in your models folder; add it to the library first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name!r} here has other weights than the one that is asked for; open the file that has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The random network {name!r} comes out differently on this machine or with this version, so the picture would be another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name!r} cannot be the name of a model; {other!r} would do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a model called {name} already; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} came with GAN Studio; it can be neither renamed nor deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be deleted: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ONNX file of {name} would draw other pictures (by {difference:.2g}), so it was not written; export the model as .safetensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To write ONNX, {missing} must be installed: pip install &apos;ganstudio[onnx]&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} has no mapping network, so it takes z alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network of {name} could not be written as ONNX; export it as .safetensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has changed on the disk since it was opened; open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged; get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} asks for {shown}, which GAN Studio does not run or read: a checkpoint needs weights and plain values only, so open one that you trust or a state_dict of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version does not know the network family {name!r}; known: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} cannot be {size} pixels large; choose one of {sizes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a recipe of GAN Studio, or it is damaged or comes from a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} must hold one JSON object with the fields of a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has a field {unknown!r} that is not known; known are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not there; a run folder needs a spec.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not JSON: {error}; correct it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: field {field!r}: {first}{first2}; it says {first3!r}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid of seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaceSession</name>
    <message>
        <source>Restore picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FacesTab</name>
    <message>
        <source>Open a model, or make a new random network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Film</name>
    <message>
        <source>There is no picture yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}: {frames} pictures, {seconds:.1f} s, {codec}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along which the faces of the model differ most (GANSpace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SeFa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network&apos;s own weights react to most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers to factorise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layers&apos; weights SeFa looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many directions to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find directions of this model; those you have stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no style layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA looks at all layers; choose below which ones each direction moves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupStrip</name>
    <message>
        <source>Drag up or down to move all {group} layers: {effect}. Double-click resets.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GrowthSection</name>
    <message>
        <source>Growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with the layers up to this size alone, as the network was then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the stage has faded in: 0 is the stage before it, enlarged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play through the stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first stage has none before it to fade in over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>There is no picture yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is kept already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept; the strip shows starred pictures alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take star away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete kept picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete kept pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted; undo brings it back until the next start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryStrip</name>
    <message>
        <source>Kept pictures stand here: Ctrl+K or a double click keeps this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this picture (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show starred pictures alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two chosen pictures, or one with the present one (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the &amp;star away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare with the present picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare by wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;picture...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy p&amp;icture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture is starred.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InterpolationBar</name>
    <message>
        <source>Play from A to B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To and fro, until stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From A to B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 is A, 1 is B; all that is set for A goes along. A double click goes to A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way from A to B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight between the styles: even steps, calm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along the sphere (slerp): by way of other faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds from A to B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long playing from A to B takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key frames: a path over many faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A › B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no styles: the way is always along the sphere (slerp).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Restore picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>own latent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} · psi {psi}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: restore all settings · S: star · Delete: away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyFrames</name>
    <message>
        <source>Add key frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace key frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key frame {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove key frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move key frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds of a key frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easing of a key frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the path</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LatentPad</name>
    <message>
        <source>Map of seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys walk, with Shift from seed to seed; Enter goes to the nearest seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Latents</name>
    <message>
        <source>There are no key frames yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the model first that the latents belong to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open latents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} latents are key frames now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>coarse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pose, the shape of head and hair, glasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features: eyes, nose and mouth, the expression, how the hair falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours, light, skin and the texture of hair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} · {size} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} · {group}: {weight} of B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steers {effect}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag across the sliders to set several; Shift keeps to one; double-click resets.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayersButton</name>
    <message>
        <source>Which style layers it moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of {name}: {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers {first}–{last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayersEditor</name>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steers {effect}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Move the model {name} to the trash?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and presets that were made with it need it to be drawn again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash of this system cannot take {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the file for good? This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bundled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: name, family, licence, data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add model files; or drop them here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of the file in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the model to a file of its own, ours or ONNX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your own model another name (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move your own model to the trash (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with this model (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>psi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cutoff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>directions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Maker</name>
    <message>
        <source>Name, such as smile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds the pictures selected in the history, else the one on the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As beside: pictures that do not have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin anew: no pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way from the pictures without it to those with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark at least one picture with it and one without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are none yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManagePresets</name>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MixPanel</name>
    <message>
        <source>Weight of source B in this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of B the layer takes: 0 is all A, 1 is all B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}, {group}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MixSheet</name>
    <message>
        <source>Style mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources A, down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources B, across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the sources A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steer {effect}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any layers that follow each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers from A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First layer from A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last layer from A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no style layers, so there is nothing to mix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture has layers {first} to {last} of the source at its left, and all others of the source above it (StyleGAN, figure 3).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModeButton</name>
    <message>
        <source>=</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mode above; press for fixed noise here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed here; press for random noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random here; press for no noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off here; press for the mode above</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Model card: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewNetwork</name>
    <message>
        <source>New random network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network with weights by chance: it has learnt nothing, so its pictures are patterns rather than faces, but every control works on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} × {0} px</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoiseRow</name>
    <message>
        <source>Noise strength at {} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise of the layers of {} px, times the strength above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise mode at {} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise seed at {} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A seed of its own for the layers of {} px; empty: the one above</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoiseScales</name>
    <message>
        <source>Per scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength, mode and seed of the noise, scale by scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise of this scale is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only random noise is drawn from a seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise mode at {} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise at {} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise seed at {} px</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoiseSection</name>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise that belongs to the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise drawn from a seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No noise: smooth skin and hair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strong the noise is; 1 is as trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed that random noise is drawn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only random noise is drawn from a seed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>There is no picture and no file in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened the first of {} files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture carries no recipe; only those that GAN Studio made do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (damaged)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New random network...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnSeed</name>
    <message>
        <source>Throw the dice: a seed by chance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that can be done now is called so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} (is {state})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathFiles</name>
    <message>
        <source>There are no key frames yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open key frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathTools</name>
    <message>
        <source>Play the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play on, until stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place on the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves along the path; where it rests, that face is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the picture as a key frame (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the picture in place of the chosen key frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen key frame (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds to the next key frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the chosen key frame to the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easing to the next key frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the way from the chosen key frame is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed: the last key frame leads back to the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{second:.1f} / {whole:.1f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A path needs two key frames at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a key frame first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the last key frame no way leads on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paths</name>
    <message>
        <source>No key frames yet. Ctrl+Return adds the picture as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{:g} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts and ends slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same speed all the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends slowly</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Playing</name>
    <message>
        <source>A to B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment of the path</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>There is no picture yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved the preset {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a preset called {} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {}; undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied {name}; this model has no use for its {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings, with the model {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The look alone: psi, noise, mix and directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preset yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>layers {layers} of {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of the way to {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>psi {psi:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved along {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grown to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha {:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a latent of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>near seed {seed} ({right:+.2f}, {down:+.2f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed noise at {size} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random noise at {size} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no noise at {size} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise of seed {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise × {:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise × {strength:g} at {size} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise of seed {seed} at {size} px</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Resting</name>
    <message>
        <source>Rest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture of last time is not opened; the history strip has its recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is as you left it; undo begins anew.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavePreset</name>
    <message>
        <source>Save preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model, seeds and everything else: the same picture again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;look alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Psi, cutoff, noise, mix and directions: for any seed and model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces the preset of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings this very picture back, with its model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves model and seeds as they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Find directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a direction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedBox</name>
    <message>
        <source>The number that the picture grows from: type any seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw the dice: a seed by chance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedGrid</name>
    <message>
        <source>Grid of seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures, seeds {first} to {last}, with everything else as it is set now: {width} × {height} px.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedList</name>
    <message>
        <source>Seeds, such as 0-4 or 1, 5, 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many seeds by chance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetGrid</name>
    <message>
        <source>Sheet of pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Smaller pictures (-)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger pictures (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As large as there is room for (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as picture...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole sheet; as PNG it carries the recipe of every cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{there} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Open from the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shelving</name>
    <message>
        <source>Models: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager opens here; the file is {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, + and -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle button, Space and drag, arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it in the strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2, or double click on its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+Up and Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the map of seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On key frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag, arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift and arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click, Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the nearest seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recentre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click, arrow keys, Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one and load it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag, Ctrl and arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it to another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove, with undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On sliders and seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the mix panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys, Page Up, Page Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small and large steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, once it has the focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set several layers in one sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set one layer alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click, Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer back to A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On kept pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing two pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click, Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and Shift with click, arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S, a click on the corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare by wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete, with undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the file to another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag, Left, Right, Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter, double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add them to the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a sheet of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click, or arrow keys and Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and wheel, + and -, 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anywhere in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next and the previous control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model, or restore an exported picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>Source {letter} alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A latent of its own; any seed replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed of the face that is mixed in: type any seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of {letter}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageSlider</name>
    <message>
        <source>{} px</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops what is running (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ms} ms a picture · {quality} · {width} × {height}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} of {layers} layers were still there from the picture before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {} min left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Key frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{which} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key frame {number}: a click loads it, a drag moves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds:g} seconds to the next key frame: {easing}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Thumbnail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>How to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network on your pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Make a folder for the run, and in it a file &lt;b&gt;spec.json&lt;/b&gt; that names your pictures (a folder or a zip), the size and how many pictures to show the network in all:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Start it in a terminal:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Look into the run folder: &lt;b&gt;samples&lt;/b&gt; shows what the network has learnt so far, &lt;b&gt;snapshots&lt;/b&gt; holds models that you can drop on this window at any moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4. Ctrl+C, or a file named &lt;b&gt;stop&lt;/b&gt; in the folder, saves and ends the run. The same command goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs, live losses and samples will be shown here. Today training starts from the shell: python -m trainers RUN_FOLDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to train...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VideoDialog</name>
    <message>
        <source>Film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way from A to B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done, flowing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done: each undo step of this session, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4: small, plays everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIF: 256 colours, plays everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebP: small, for web pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>APNG: exact, for web pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbered PNG pictures in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} × {0} px, {1} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} × {0} px, as drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And back again, so that it can be looped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path is closed: it leads back by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{frames} pictures of {side} × {side} px, {seconds:.1f} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is too many: make it shorter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Walk</name>
    <message>
        <source>Walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk on the picture: drag it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap to the nearest seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recentre the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps from seed to seed per 100 pixels of a drag on the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A is a latent of its own; a walk leaves it for seed {}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Walker</name>
    <message>
        <source>Walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap to seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>The first picture is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model, or make a new random network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes effect at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you will paint a map of sky, hills and water, and see it as a photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you will draw pictures by class, blend classes and walk between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a model for {tab}, which cannot draw yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wipe</name>
    <message>
        <source>Comparison of two pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the comparison (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} on {percent} %, then {right}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures are on their way.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wiping</name>
    <message>
        <source>Choose one or two kept pictures first: Ctrl and a click in the strip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
